#pragma once

#include "core/domain/rollout/expectation/expectation.h"

#include <QHash>
#include <QStringList>

#include <cstdint>

namespace lynceus {

/// One bit per expected image, in the order of the expectation.
using ImageMask = std::uint64_t;

/// Compares images of manifests and pods with the expected ones. Caches results, because the same strings recur in each
/// observation.
class ImageMatcher final
{
public:
    struct Match
    {
        ImageMask repository = 0; ///< same repository, any tag
        ImageMask image = 0;      ///< same image, as satisfies() says for manifests
        ImageMask proven = 0;     ///< same image, as proves() says for pods
    };

    explicit ImageMatcher(const Expectation &expectation);
    /// Accepts more than kMostImages; some then share a bit.
    ImageMatcher(std::vector<ImageReference> images, RegistryProxies proxies);

    /// References that cannot be parsed match nothing.
    [[nodiscard]] Match match(const QString &image);
    /// Union over @p images.
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
