#pragma once

#include "core/domain/images/imagereference.h"

#include <optional>
#include <vector>

namespace lynceus {

/// Input of New watch, parsed as far as possible: an incomplete reference is not an error.
struct TypedImage
{
    QString name;    ///< part before tag and digest, lower case: "ghcr.io/acme/shop-web", "shop-web", "shop"
    QString version; ///< the tag; with a digest "tag@sha256:…" or "@sha256:…"; empty if missing
    std::optional<ImageReference> image;     ///< the full reference, if it is valid and has a version
    QString problem;                         ///< why it is not a reference although it has a version; one sentence
    std::vector<ImageReference> others = {}; ///< if the whole text is full references: those after `image`

    friend bool operator==(const TypedImage &, const TypedImage &) = default;
};

/// Of several references with versions: all of them. Of other words (lines of a pipeline's log): what `docker push`
/// reports as pushed, or the first reference with a version, or the whole text.
[[nodiscard]] TypedImage typedImage(const QString &text);

/// The reference with a version in a log or other text of several words; empty if there is none. What `docker push`
/// reports as pushed has priority; then the first counts. Single names and web addresses do not count.
[[nodiscard]] QString imageInText(const QString &text);

/// Like imageInText() for the first lines of the clipboard, whose content may be unrelated.
[[nodiscard]] QString imageInClipboard(const QString &text);

/// @p repository with @p version. Empty if @p version is not valid.
[[nodiscard]] std::optional<ImageReference> withVersion(const ImageReference &repository, const QString &version);

} // namespace lynceus
