#pragma once

#include "core/domain/base/result.h"

#include <QString>
#include <QStringList>

namespace lynceus {

/// A container image as people and manifests write it, taken apart.
///
/// `docker.io/library/` is implied where the registry is missing, as container tools do
/// (distribution/reference grammar, "familiar names"). Neither tag nor digest means `latest`.
struct ImageReference
{
    QString registry;   ///< host[:port], lower case, never empty
    QString repository; ///< path without registry, e.g. "acme/shop-web"
    QString tag;        ///< empty if only a digest was given
    QString digest;     ///< "sha256:…", empty if none

    friend bool operator==(const ImageReference &, const ImageReference &) = default;
};

/// Error::Kind::BadInput names the offending part and its position in @p text.
[[nodiscard]] Result<ImageReference> parseImageReference(QStringView text);

/// "ghcr.io/acme/shop-web:1.5.0"; Docker Hub's implied parts are left out again.
[[nodiscard]] QString familiarName(const ImageReference &image);

/// Registry and repository without tag and digest: "ghcr.io/acme/shop-web".
[[nodiscard]] QString repositoryName(const ImageReference &image);

/// Prefixes under which a proxy registry serves other registries, e.g. "harbor.acme.example/ghcr-proxy"
/// for "ghcr.io/…": `PREFIX/acme/web` then counts as `*/acme/web`, and `PREFIX/ghcr.io/acme/web` as `ghcr.io/acme/web`.
using RegistryProxies = QStringList;

/// Same registry and repository, after normalisation and after taking a proxy prefix off either side.
[[nodiscard]] bool sameRepository(const ImageReference &left, const ImageReference &right,
                                  const RegistryProxies &proxies = {});

/// Whether a pod or manifest that says @p actual runs what was asked for by @p expected:
/// same repository; a digest in @p expected matches only that digest, `repo:tag@digest` matches either its
/// digest or, where @p actual has no digest, its tag; tags are compared exactly.
[[nodiscard]] bool satisfies(const ImageReference &expected, const ImageReference &actual,
                             const RegistryProxies &proxies = {});

/// `latest`, `main`, `stable` and the like, without digest: the tag does not prove a version.
[[nodiscard]] bool hasMovingTag(const ImageReference &image);

} // namespace lynceus
