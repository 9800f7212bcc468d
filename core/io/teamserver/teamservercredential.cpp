#include "core/io/teamserver/teamservercredential.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kLongestJwtHead = 8 * 1024; // characters; some providers include certificates with some KiB

/// "HS256", "RS256", …; empty if it is not a JWT.
QString algorithmOf(const QByteArray &token)
{
    const auto parts = token.split('.');
    if (parts.size() != 3 || parts.front().size() > kLongestJwtHead)
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(
        parts.front(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? QJsonDocument::fromJson(*decoded).object().value("alg"_L1).toString() : QString();
}

Secret bearer(const QByteArray &token)
{
    return Secret(QByteArray("Bearer " + token));
}

} // namespace

TeamServerCredential credentialFor(TeamServerKind kind, const Secret &token)
{
    const auto text = token.reveal();
    if (kind == TeamServerKind::Lynceus)
        return {u"Authorization"_s, bearer(text)};
    const auto algorithm = algorithmOf(text);
    if (algorithm.isEmpty())
        return {u"ARGO_WATCHER_DEPLOY_TOKEN"_s, token};
    return {algorithm.startsWith("HS"_L1) ? u"Authorization"_s : u"Oidc-Authorization"_s, bearer(text)};
}

} // namespace lynceus
