#pragma once

#include "core/domain/rollout/expectation.h"

#include <QHash>
#include <QStringList>

#include <cstdint>

namespace lynceus {

/// One bit for each expected image, in the expectation's order.
using ImageMask = std::uint64_t;

/// Compares the images of manifests and pods with the expected ones. Remembers what it compared: the same few
/// strings come again with each observation.
class ImageMatcher final
{
public:
    struct Match
    {
        ImageMask repository = 0; ///< the same repository, whatever the tag
        ImageMask image = 0;      ///< the very image
    };

    explicit ImageMatcher(const Expectation &expectation);
    /// May be more than kMostImages: some share a bit then.
    ImageMatcher(std::vector<ImageReference> images, RegistryProxies proxies);

    /// References that cannot be parsed match nothing.
    [[nodiscard]] Match match(const QString &image);
    /// The union over @p images.
    [[nodiscard]] Match match(const QStringList &images);

    [[nodiscard]] const std::vector<ImageReference> &expected() const { return m_expected; }
    [[nodiscard]] const RegistryProxies &proxies() const { return m_proxies; }
    /// All expected images.
    [[nodiscard]] ImageMask all() const { return m_all; }

    static constexpr std::size_t kMostImages = 64; ///< bits of ImageMask

private:
    std::vector<ImageReference> m_expected;
    RegistryProxies m_proxies;
    ImageMask m_all;
    QHash<QString, Match> m_known;
};

} // namespace lynceus
