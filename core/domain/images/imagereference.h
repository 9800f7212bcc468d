#pragma once

#include "core/domain/base/result.h"

#include <QString>
#include <QStringList>

namespace lynceus {

/// A container image reference as in manifests, parsed.
///
/// A missing registry means `docker.io/library/`, as in container tools (distribution/reference grammar, "familiar
/// names"). Neither tag nor digest means `latest`.
struct ImageReference
{
    QString registry;   ///< host[:port], lower case, never empty
    QString repository; ///< path without registry, e.g. "acme/shop-web"
    QString tag;        ///< empty if there is only a digest
    QString digest;     ///< "sha256:…"; empty if there is none

    friend bool operator==(const ImageReference &, const ImageReference &) = default;
};

/// Error::Kind::BadInput names the invalid part and its position in @p text.
[[nodiscard]] Result<ImageReference> parseImageReference(QStringView text);

/// "ghcr.io/acme/shop-web:1.5.0", without Docker Hub's implied parts.
[[nodiscard]] QString familiarName(const ImageReference &image);

/// Registry and repository without tag and digest: "ghcr.io/acme/shop-web".
[[nodiscard]] QString repositoryName(const ImageReference &image);

/// Prefixes at which a proxy registry serves other registries, e.g. "harbor.acme.example/ghcr-proxy" for "ghcr.io/…":
/// `PREFIX/acme/web` then matches `*/acme/web`, and `PREFIX/ghcr.io/acme/web` matches `ghcr.io/acme/web`.
using RegistryProxies = QStringList;

/// Same registry and repository, after normalisation and after removing a proxy prefix from either.
[[nodiscard]] bool sameRepository(const ImageReference &left, const ImageReference &right,
                                  const RegistryProxies &proxies = {});

/// Whether the reference @p actual of a pod or manifest satisfies @p expected: same repository; a digest in @p expected
/// matches only that digest; `repo:tag@digest` matches its digest or, if @p actual has no digest, its tag; tags are
/// compared exactly.
[[nodiscard]] bool satisfies(const ImageReference &expected, const ImageReference &actual,
                             const RegistryProxies &proxies = {});

/// Whether a pod with the reference @p actual runs @p expected. Like satisfies(), but a tag does not prove an expected
/// digest: the tag may have been pushed again since the node pulled it.
[[nodiscard]] bool proves(const ImageReference &expected, const ImageReference &actual,
                          const RegistryProxies &proxies = {});

/// `latest`, `main`, `stable` and similar tags, without digest: the tag does not prove a version.
[[nodiscard]] bool hasMovingTag(const ImageReference &image);

} // namespace lynceus
