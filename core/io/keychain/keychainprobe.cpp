#include "core/io/keychain/keychainprobe.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

KeychainProblem failure(const QString &message)
{
    return {KeychainProblem::Kind::Failed, message};
}

} // namespace

KeychainProbe::KeychainProbe(Keychain &keychain, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_entry(u"Lynceus test, may be removed [%1]"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces)))
    , m_value(QUuid::createUuid().toByteArray(QUuid::Id128))
{ }

void KeychainProbe::start()
{
    m_keychain.write(m_entry, Secret(QByteArray(m_value)), this, [this](const KeychainResult<void> &written) {
        if (written)
            read();
        else
            Q_EMIT done(written.error());
    });
}

void KeychainProbe::read()
{
    m_keychain.read(m_entry, this, [this](const KeychainResult<std::optional<Secret>> &stored) {
        if (!stored)
            return remove(stored.error());
        const bool isSame = *stored && (*stored)->reveal() == m_value;
        remove(isSame ? std::nullopt : std::optional(failure(tr("values stored in the keychain cannot be read back"))));
    });
}

void KeychainProbe::remove(const std::optional<KeychainProblem> &problem)
{
    m_keychain.remove(m_entry, this, [this, problem](const KeychainResult<void> &removed) {
        if (problem || removed)
            Q_EMIT done(problem);
        else
            Q_EMIT done(
                failure(tr("values stored in the keychain cannot be removed: %1").arg(removed.error().message)));
    });
}

} // namespace lynceus
