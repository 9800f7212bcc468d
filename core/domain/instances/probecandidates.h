#pragma once

#include "core/domain/argocd/decoders.h"
#include "core/domain/base/result.h"

#include <QList>
#include <QUrl>

#include <optional>

namespace lynceus {

/// The base URLs at which Argo CD may live for somebody who typed @p typed, the typed one first: then each path above
/// it (people paste the address of a page), then the usual base paths of an ingress.
[[nodiscard]] QList<QUrl> probeCandidates(const QUrl &typed);

/// The base URL that a redirect of @p asked ("BASE/api/version") means, if it still ends like that; nothing if it
/// leads elsewhere, a sign-in page for instance. BadInput if it goes from https to http.
[[nodiscard]] Result<std::optional<QUrl>> baseOfRedirect(const QUrl &asked, const QByteArray &location);

/// Why an instance at @p asked cannot be used while it redirects to @p target, another origin. NotArgoCd.
[[nodiscard]] Error redirectError(const QUrl &asked, const QUrl &target);

/// Whether the server's own idea of its address is another than the one that is used: SSO would go elsewhere.
/// An empty or unreadable one does not differ.
[[nodiscard]] bool differsFrom(const QString &settingsUrl, const QUrl &baseUrl);

/// What its button says: "Dex (LDAP)", the provider's name, "SSO" if it has none; empty if it is not offered.
[[nodiscard]] QString ssoName(const ServerSettings &settings);

} // namespace lynceus
