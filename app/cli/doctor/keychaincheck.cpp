#include "app/cli/doctor/keychaincheck.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using State = Finding::State;

} // namespace

KeychainCheck::KeychainCheck(Keychain &keychain, bool isNeeded, QObject *parent)
    : QObject(parent)
    , m_probe(keychain)
    , m_isNeeded(isNeeded)
{
    connect(&m_probe, &KeychainProbe::done, this, &KeychainCheck::take);
}

void KeychainCheck::take(const std::optional<KeychainProblem> &problem)
{
    Finding finding{u"keychain"_s, State::Ok, tr("entries can be stored and removed"), {}, {}};
    if (problem) {
        finding.state = m_isNeeded ? State::Bad : State::Warning;
        finding.sentence = problem->message; // the message contains the remedy
    }
    if (finding.state == State::Bad)
        finding.kind = Error::Kind::SignInNeeded;
    Q_EMIT done(finding);
}

} // namespace lynceus
