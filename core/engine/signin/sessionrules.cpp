#include "core/engine/signin/sessionrules.h"

#include "core/io/ipc/ownerplace.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace lynceus {

QByteArray markOf(const Secret &token)
{
    return QCryptographicHash::hash(token.reveal(), QCryptographicHash::Sha256);
}

QString signInLockFile(const QString &keychainEntry)
{
    const auto folder = runtimeFolder();
    const auto mark = QCryptographicHash::hash(keychainEntry.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return folder ? *folder + u"/sign-in-"_s + QString::fromLatin1(mark) + u".lock"_s : QString();
}

Error signInNeeded(const QString &message)
{
    return {Error::Kind::SignInNeeded, {}, message, false, 401};
}

Error tokenUnreadable(const QString &message)
{
    return {Error::Kind::SignInNeeded, {}, message, false, 0};
}

} // namespace lynceus
