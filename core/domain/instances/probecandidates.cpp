#include "core/domain/instances/probecandidates.h"

#include "core/domain/argocd/requests/origin.h"
#include "core/domain/argocd/requests/requests.h"
#include "core/domain/redaction/redact.h"
#include "core/domain/text/visibletext.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostPaths = 6; // above the entered path: ingresses are not nested deeper, and each costs a request
constexpr qsizetype kLongestProviderName = 60;

QUrl withPath(QUrl url, const QString &path)
{
    url.setPath(path, QUrl::StrictMode);
    return url;
}

QString trimmedPath(const QUrl &url)
{
    auto path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

} // namespace

QList<QUrl> probeCandidates(const QUrl &typed)
{
    QList<QUrl> candidates{typed};
    const auto add = [&](const QString &path) {
        const auto url = withPath(typed, path);
        if (!candidates.contains(url))
            candidates.append(url);
    };
    auto path = trimmedPath(typed);
    while (!path.isEmpty() && candidates.size() <= kMostPaths) {
        path = path.left(path.lastIndexOf(u'/'));
        add(path);
    }
    add(QString());
    add(u"/argocd"_s);
    add(u"/argo-cd"_s);
    return candidates;
}

Result<std::optional<QUrl>> baseOfRedirect(const QUrl &asked, const QByteArray &location)
{
    const QUrl place(QString::fromUtf8(location), QUrl::StrictMode);
    const auto target = asked.resolved(place);
    const bool isHttp = target.scheme() == "http"_L1 || target.scheme() == "https"_L1;
    if (location.isEmpty() || !place.isValid() || target == asked || !target.isValid() || !isHttp
        || target.host().isEmpty() || !target.userInfo().isEmpty())
        return std::nullopt;
    if (asked.scheme() == "https"_L1 && target.scheme() == "http"_L1)
        return badInput(
            u"the server redirects to %1, which is not encrypted; Lynceus does not follow from https to http"_s.arg(
                redactedUrl(target)),
            redactedUrl(asked));
    const auto suffix = versionPath().path;
    const auto path = trimmedPath(target);
    if (!path.endsWith(suffix) || target.hasQuery())
        return std::nullopt;
    auto base = withPath(target, path.chopped(suffix.size()));
    base.setFragment({});
    return base;
}

Error redirectError(const QUrl &asked, const QUrl &target)
{
    return {
        Error::Kind::NotArgoCd, redactedUrl(asked),
        u"the address redirects to another server, %1; no token or header was sent to it"_s.arg(redactedUrl(target)),
        false, 0};
}

bool differsFrom(const QString &settingsUrl, const QUrl &baseUrl)
{
    const auto own = parseServerAddress(settingsUrl);
    if (!own)
        return false;
    return !sameOrigin(*own, baseUrl) || trimmedPath(*own) != trimmedPath(baseUrl);
}

QString ssoName(const ServerSettings &settings)
{
    const auto shown = [](const QString &name) { return visibleLine(name, kLongestProviderName); };
    if (settings.oidc)
        return settings.oidc->name.isEmpty() ? u"SSO"_s : shown(settings.oidc->name);
    if (!settings.dex)
        return {};
    return settings.dex->connectorNames.isEmpty()
        ? u"Dex"_s
        : u"Dex (%1)"_s.arg(shown(settings.dex->connectorNames.join(u", "_s)));
}

} // namespace lynceus
