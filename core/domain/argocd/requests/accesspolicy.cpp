#include "core/domain/argocd/requests/accesspolicy.h"

#include "core/domain/argocd/requests/origin.h"
#include "core/domain/redaction/redact.h"

#include <QStringList>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

// The paths that requests.cpp creates; "*" is one segment from the instance's data (a name, a revision).
constexpr std::array kAllowedPaths{
    "api/version",
    "api/v1/settings",
    "api/v1/session/userinfo",
    "api/v1/account/can-i/applications/get/*/*",
    "api/v1/account/can-i/applications/sync/*/*",
    "api/v1/account/can-i/logs/get/*/*",
    "api/v1/applications",
    "api/v1/applications/*",
    "api/v1/applications/*/resource-tree",
    "api/v1/applications/*/managed-resources",
    "api/v1/applications/*/resource",
    "api/v1/applications/*/events",
    "api/v1/applications/*/logs",
    "api/v1/applications/*/syncwindows",
    "api/v1/applications/*/revisions/*/metadata",
    "api/v1/applicationsets/*",
    "api/v1/stream/applications",
    "api/v1/stream/applications/*/resource-tree",
    // Paths of a team server; see teamserverrequests.cpp.
    "api/v1/version",
    "api/v1/config",
    "api/v1/openapi.json",
    "api/v1/tasks",
    "api/v1/tasks/*",
    "api/v1/tasks/*/verdict",
    "api/v1/events",
};

// Compares encoded segments, so that "%2E%2E" or "%2F" cannot change their meaning on the way to the server.
bool isName(const QString &segment)
{
    const auto decoded = QUrl::fromPercentEncoding(segment.toLatin1());
    if (decoded.isEmpty() || decoded == "."_L1 || decoded == ".."_L1)
        return false;
    return std::ranges::none_of(
        decoded, [](QChar c) { return c == u'/' || c == u'\\' || c.category() == QChar::Other_Control; });
}

bool matches(const QStringList &segments, const char *pattern)
{
    const auto wanted = QString::fromLatin1(pattern).split(u'/');
    return std::ranges::equal(segments, wanted, [](const QString &segment, const QString &want) {
        return want == "*"_L1 ? isName(segment) : segment == want;
    });
}

std::optional<QStringList> segmentsBelow(const QUrl &url, const QUrl &baseUrl)
{
    auto base = baseUrl.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    const auto path = url.path(QUrl::FullyEncoded);
    if (!path.startsWith(base + u'/'))
        return std::nullopt;
    return path.sliced(base.size() + 1).split(u'/');
}

tl::unexpected<Error> refused(QByteArrayView method, const QUrl &url, const QString &reason)
{
    return tl::unexpected(Error{Error::Kind::NotAllowed,
                                redactedText(QString::fromLatin1(method), 20) + u' ' + redactedUrl(url),
                                u"not sent: "_s + reason, false, 0});
}

} // namespace

Result<void> checkAllowed(QByteArrayView method, const QUrl &url, const QUrl &baseUrl)
{
    if (method != "GET")
        return refused(method, url, u"Lynceus sends GET requests only"_s);
    if (!url.isValid() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) || url.host().isEmpty())
        return refused(method, url, u"it is not an HTTP or HTTPS address"_s);
    if (!url.userInfo().isEmpty() || url.hasFragment())
        return refused(method, url, u"addresses must not contain a user or a fragment"_s);
    if (!sameOrigin(url, baseUrl))
        return refused(method, url, u"it belongs to a server other than %1"_s.arg(redactedUrl(baseUrl)));
    const auto segments = segmentsBelow(url, baseUrl);
    if (!segments)
        return refused(method, url, u"it is not below %1"_s.arg(redactedUrl(baseUrl)));
    if (std::ranges::none_of(kAllowedPaths, [&segments](const char *pattern) { return matches(*segments, pattern); }))
        return refused(method, url, u"it is not in the list of allowed requests"_s);
    // A hard refresh drops the server's caches for all users.
    if (const auto refreshes = QUrlQuery(url).allQueryItemValues(u"refresh"_s);
        std::ranges::any_of(refreshes, [](const QString &r) { return r != "normal"_L1; }))
        return refused(method, url, u"only a normal refresh is allowed"_s);
    return {};
}

} // namespace lynceus
