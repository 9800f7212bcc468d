#include "core/domain/rollout/expectation/imagematcher.h"

namespace lynceus {

namespace {

// Enough for any application; limits memory if a server sends new strings all the time.
constexpr qsizetype kMostRemembered = 4096;

ImageMask allBits(std::size_t count)
{
    return count >= ImageMatcher::kMostImages ? ~ImageMask{0} : (ImageMask{1} << count) - 1;
}

} // namespace

ImageMatcher::ImageMatcher(const Expectation &expectation)
    : m_expected(expectation.images)
    , m_proxies(expectation.registryProxies)
    , m_all(allBits(expectation.images.size()))
{
    Q_ASSERT((!m_expected.empty() || !expectation.version.isImages()) && m_expected.size() <= kMostImages);
}

ImageMatcher::ImageMatcher(std::vector<ImageReference> images, RegistryProxies proxies)
    : m_expected(std::move(images))
    , m_proxies(std::move(proxies))
    , m_all(allBits(m_expected.size()))
{ }

ImageMatcher::Match ImageMatcher::match(const QString &image)
{
    if (const auto known = m_known.constFind(image); known != m_known.constEnd())
        return *known;
    Match match;
    if (const auto actual = parseImageReference(image)) {
        for (std::size_t i = 0; i < m_expected.size(); ++i) {
            const auto bit = ImageMask{1} << (i % kMostImages);
            if (sameRepository(m_expected[i], *actual, m_proxies))
                match.repository |= bit;
            if (satisfies(m_expected[i], *actual, m_proxies))
                match.image |= bit;
            if (proves(m_expected[i], *actual, m_proxies))
                match.proven |= bit;
        }
    }
    if (m_known.size() >= kMostRemembered)
        m_known.clear();
    m_known.insert(image, match);
    return match;
}

ImageMatcher::Match ImageMatcher::match(const QStringList &images)
{
    Match all;
    for (const auto &image : images) {
        const auto one = match(image);
        all.repository |= one.repository;
        all.image |= one.image;
        all.proven |= one.proven;
    }
    return all;
}

} // namespace lynceus
