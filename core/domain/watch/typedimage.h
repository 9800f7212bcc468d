#pragma once

#include "core/domain/model/imagereference.h"

#include <optional>

namespace lynceus {

/// What a person typed or pasted into New watch, taken apart as far as it goes: half of a reference is no error yet.
struct TypedImage
{
    QString name;    ///< before tag and digest, in lower case: "ghcr.io/acme/shop-web", "shop-web", "shop"
    QString version; ///< the tag; with a digest "tag@sha256:…" or "@sha256:…"; empty: not said
    std::optional<ImageReference> image; ///< the whole as a reference, where it is one and says its version
    QString problem;                     ///< why it is none, although it says a version; one sentence

    friend bool operator==(const TypedImage &, const TypedImage &) = default;
};

/// Of several words (lines of a pipeline's log) what `docker push` says it pushed, else the first that is a reference
/// with a version, else all of them.
[[nodiscard]] TypedImage typedImage(const QString &text);

/// The reference with a version that a log or other text of several words holds; empty if there is none. What `docker
/// push` says it pushed comes before others, the first of which counts. A single name or a web address is none.
[[nodiscard]] QString imageInText(const QString &text);

/// The same of the first lines of a clipboard, which nobody chose for this.
[[nodiscard]] QString imageInClipboard(const QString &text);

/// @p repository with the version of @p typed. Nothing if that is no version.
[[nodiscard]] std::optional<ImageReference> withVersion(const ImageReference &repository, const QString &version);

} // namespace lynceus
