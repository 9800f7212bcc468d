#include "core/io/keychain/keychaintext.h"

#include "core/domain/redaction/redact.h"

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
    return {
        KeychainProblem::Kind::Absent,
        u"no keychain is available%1; tokens are discarded when Lynceus quits; to store them, start a keychain service such as GNOME Keyring or KWallet"_s
            .arg(inBrackets(detail))};
}

KeychainProblem keychainDenied()
{
    return {KeychainProblem::Kind::Denied,
            u"the keychain denied access to the entry; allow access for Lynceus in the system's password manager"_s};
}

KeychainProblem keychainSilent()
{
    return {KeychainProblem::Kind::TimedOut,
            u"the keychain did not respond; check whether it is asking for a password, then try again"_s};
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
                               u"the keychain is locked; unlock it in the system's password manager, then try again"_s};
    case SecretServiceState::NoKeyring:
        return keychainAbsent(u"the service has no default keychain: create one in the system's password manager"_s);
    case SecretServiceState::Absent:
        return keychainAbsent(u"no Secret Service on the session bus"_s);
    case SecretServiceState::Silent:
        return keychainSilent();
    }
    return std::nullopt;
}

} // namespace lynceus
