#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/base/result.h"

#include <QList>
#include <QUrl>

#include <optional>

namespace lynceus {

/// Base URLs to try for the entered address @p typed: first itself, then each parent path (users paste URLs of pages),
/// then common base paths of ingresses.
[[nodiscard]] QList<QUrl> probeCandidates(const QUrl &typed);

/// The base URL in a redirect of @p asked ("BASE/api/version") if its target ends like that; empty if it leads
/// elsewhere, such as to a sign-in page. BadInput if it goes from https to http.
[[nodiscard]] Result<std::optional<QUrl>> baseOfRedirect(const QUrl &asked, const QByteArray &location);

/// Why an instance at @p asked cannot be used while it redirects to @p target, another origin. NotArgoCd.
[[nodiscard]] Error redirectError(const QUrl &asked, const QUrl &target);

/// Whether the URL in the server's settings differs from the one in use, so that SSO would redirect elsewhere. False if
/// it is empty or invalid.
[[nodiscard]] bool differsFrom(const QString &settingsUrl, const QUrl &baseUrl);

/// Text for its button: "Dex (LDAP)", the provider's name, "SSO" if it has none; empty if SSO is not offered.
[[nodiscard]] QString ssoName(const ServerSettings &settings);

} // namespace lynceus
