#include "core/engine/signin/sessionrules.h"

#include <QCryptographicHash>

namespace lynceus {

QByteArray markOf(const Secret &token)
{
    return QCryptographicHash::hash(token.reveal(), QCryptographicHash::Sha256);
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
