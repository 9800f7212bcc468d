#include "core/io/keychain/keychaintext.h"

#include "core/domain/base/redact.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString inBrackets(const QString &detail)
{
    return detail.isEmpty() ? QString() : u" (%1)"_s.arg(redactedText(detail, 160));
}

} // namespace

KeychainProblem keychainAbsent(const QString &detail)
{
    return {KeychainProblem::Kind::Absent,
            u"there is no keychain here%1; a token lives until this program ends, unless a keyring service such as "
            "gnome-keyring or KWallet runs"_s.arg(inBrackets(detail))};
}

KeychainProblem keychainDenied()
{
    return {KeychainProblem::Kind::Denied,
            u"the keychain refused access to its entry; allow it for Lynceus in the system's password tool"_s};
}

KeychainProblem keychainSilent()
{
    return {KeychainProblem::Kind::TimedOut,
            u"the keychain did not answer; look whether it asks for its password somewhere, then try again"_s};
}

KeychainProblem keychainFailed(const QString &detail)
{
    return {KeychainProblem::Kind::Failed, u"the keychain failed%1"_s.arg(inBrackets(detail))};
}

std::optional<KeychainProblem> problemOf(SecretServiceState state)
{
    switch (state) {
    case SecretServiceState::Open:
    case SecretServiceState::Elsewhere:
        return std::nullopt;
    case SecretServiceState::Locked:
        return KeychainProblem{KeychainProblem::Kind::Locked,
                               u"the keychain is locked; unlock it in the system's password tool, then try again"_s};
    case SecretServiceState::NoKeyring:
        return keychainAbsent(u"the service has no default keyring: create one in the system's password tool"_s);
    case SecretServiceState::Absent:
        return keychainAbsent(u"no Secret Service on the session bus"_s);
    case SecretServiceState::Silent:
        return keychainSilent();
    }
    return std::nullopt;
}

} // namespace lynceus
