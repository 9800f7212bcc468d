#include "core/engine/doctor/keychaincheck.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using State = Finding::State;

} // namespace

KeychainCheck::KeychainCheck(Keychain &keychain, bool isNeeded, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_isNeeded(isNeeded)
    , m_entry(u"Lynceus doctor, may be removed [%1]"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces)))
    , m_value(QUuid::createUuid().toByteArray(QUuid::Id128))
{ }

void KeychainCheck::start()
{
    m_keychain.write(m_entry, Secret(QByteArray(m_value)), this,
                     [this](const KeychainResult<void> &written) { written ? read() : tell(written.error()); });
}

void KeychainCheck::read()
{
    m_keychain.read(m_entry, this, [this](const KeychainResult<std::optional<Secret>> &stored) {
        if (!stored)
            return remove(stored.error().message);
        const bool isSame = *stored && (*stored)->reveal() == m_value;
        remove(isSame ? QString() : tr("what was put into it does not come out again"));
    });
}

void KeychainCheck::remove(const QString &trouble)
{
    m_keychain.remove(m_entry, this, [this, trouble](const KeychainResult<void> &removed) {
        if (!trouble.isEmpty())
            return tell({KeychainProblem::Kind::Failed, trouble});
        if (!removed)
            return tell({KeychainProblem::Kind::Failed,
                         tr("what was put into it cannot be removed: %1").arg(removed.error().message)});
        Q_EMIT done(finding(State::Ok, tr("it keeps an entry, and lets go of it")));
    });
}

void KeychainCheck::tell(const KeychainProblem &problem)
{
    // Its sentence says the way on.
    Q_EMIT done(finding(m_isNeeded ? State::Bad : State::Warning, problem.message));
}

Finding KeychainCheck::finding(State state, const QString &sentence, const QString &remedy) const
{
    Finding made{u"keychain"_s, state, sentence, remedy, {}};
    if (state == State::Bad)
        made.kind = Error::Kind::SignInNeeded;
    return made;
}

} // namespace lynceus
