#include "core/io/signin/credentials.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kVersion = 1;

Secret secretIn(const QJsonObject &object, QLatin1StringView name)
{
    return Secret(object.value(name).toString().toUtf8());
}

tl::unexpected<Error> malformed(const QString &message)
{
    return tl::unexpected(Error{Error::Kind::Malformed, u"keychain"_s, message, false, 0});
}

} // namespace

Secret writtenCredentials(const Credentials &credentials)
{
    QJsonObject object{{u"version"_s, kVersion}, {u"bearer"_s, QString::fromUtf8(credentials.bearer.reveal())}};
    if (!credentials.refreshToken.isEmpty()) {
        object.insert(u"refreshToken"_s, QString::fromUtf8(credentials.refreshToken.reveal()));
        object.insert(u"issuer"_s, credentials.issuer);
        object.insert(u"clientId"_s, credentials.clientId);
    }
    if (credentials.receivedAt)
        object.insert(u"receivedAt"_s, formatRfc3339(*credentials.receivedAt));
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Credentials> readCredentials(const Secret &written)
{
    const auto document = QJsonDocument::fromJson(written.reveal());
    if (!document.isObject())
        return malformed(u"the entry was not written by Lynceus; sign in again to replace it"_s);
    const auto object = document.object();
    if (object.value("version"_L1).toInt() > kVersion)
        return malformed(u"the entry was written by a newer version of Lynceus; use that version, or sign in again"_s);
    Credentials credentials;
    credentials.bearer = secretIn(object, "bearer"_L1);
    credentials.refreshToken = secretIn(object, "refreshToken"_L1);
    credentials.issuer = object.value("issuer"_L1).toString();
    credentials.clientId = object.value("clientId"_L1).toString();
    credentials.receivedAt = parseRfc3339(object.value("receivedAt"_L1).toString().toLatin1());
    if (credentials.bearer.isEmpty())
        return malformed(u"the entry contains no token; sign in again to replace it"_s);
    if (!credentials.refreshToken.isEmpty() && (credentials.issuer.isEmpty() || credentials.clientId.isEmpty()))
        credentials.refreshToken = {}; // useless without issuer and client id
    return credentials;
}

} // namespace lynceus
