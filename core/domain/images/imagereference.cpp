#include "core/domain/images/imagereference.h"

#include "core/domain/images/imageregistry.h"

#include <algorithm>
#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace detail;

namespace {

/// Meaning of a name without the proxy's prefix.
struct Origin
{
    QString registry; ///< empty: any
    QString repository;
};

QString normalisedPrefix(const QString &prefix)
{
    auto text = prefix.trimmed();
    while (text.endsWith(u'/'))
        text.chop(1);
    const auto slash = text.indexOf(u'/');
    const auto host = QStringView(text).first(slash < 0 ? text.size() : slash);
    const bool named = looksLikeRegistry(host) || slash < 0;
    return (named ? text : kDockerHub + u'/' + text).toLower();
}

Origin originOf(const ImageReference &image, const RegistryProxies &proxies)
{
    const auto name = repositoryName(image);
    for (const auto &proxy : proxies) {
        const auto prefix = normalisedPrefix(proxy);
        if (prefix.isEmpty() || !name.startsWith(prefix + u'/'))
            continue;
        const auto rest = name.sliced(prefix.size() + 1);
        const auto slash = rest.indexOf(u'/');
        if (slash > 0 && looksLikeRegistry(QStringView(rest).first(slash)))
            return {rest.first(slash), rest.sliced(slash + 1)};
        return {{}, rest};
    }
    return {image.registry, image.repository};
}

// A proxy of Docker Hub may omit "library/", as users do.
QString withoutOfficial(const QString &repository)
{
    return repository.startsWith(kOfficialImages) ? repository.sliced(kOfficialImages.size()) : repository;
}

} // namespace

QString repositoryName(const ImageReference &image)
{
    return image.registry + u'/' + image.repository;
}

QString familiarName(const ImageReference &image)
{
    auto name = repositoryName(image);
    if (image.registry == kDockerHub) {
        const auto path = withoutOfficial(image.repository);
        const auto slash = path.indexOf(u'/');
        const bool official = path.size() != image.repository.size();
        // The rest must parse as the same name: "docker.io/localhost/web" must keep its host.
        if (official && slash < 0)
            name = path;
        else if (const auto first = image.repository.indexOf(u'/');
                 first >= 0 && !looksLikeRegistry(QStringView(image.repository).first(first)))
            name = image.repository;
    } else if (!looksLikeRegistry(image.registry)) {
        // A host without dot and port is recognised only by upper-case letters; in lower case it would be a path.
        name = image.registry.toUpper() + u'/' + image.repository;
    }
    if (!image.tag.isEmpty())
        name += u':' + image.tag;
    if (!image.digest.isEmpty())
        name += u'@' + image.digest;
    return name;
}

bool sameRepository(const ImageReference &left, const ImageReference &right, const RegistryProxies &proxies)
{
    if (left.registry == right.registry && left.repository == right.repository)
        return true;
    if (proxies.isEmpty())
        return false;
    const auto a = originOf(left, proxies);
    const auto b = originOf(right, proxies);
    if (!a.registry.isEmpty() && !b.registry.isEmpty() && a.registry != b.registry)
        return false;
    if (a.repository == b.repository)
        return true;
    const auto isHub = [](const Origin &origin) { return origin.registry.isEmpty() || origin.registry == kDockerHub; };
    return isHub(a) && isHub(b) && withoutOfficial(a.repository) == withoutOfficial(b.repository);
}

bool satisfies(const ImageReference &expected, const ImageReference &actual, const RegistryProxies &proxies)
{
    if (!sameRepository(expected, actual, proxies))
        return false;
    if (!expected.digest.isEmpty() && !actual.digest.isEmpty())
        return expected.digest == actual.digest;
    return !expected.tag.isEmpty() && expected.tag == actual.tag;
}

bool proves(const ImageReference &expected, const ImageReference &actual, const RegistryProxies &proxies)
{
    return satisfies(expected, actual, proxies) && (expected.digest.isEmpty() || expected.digest == actual.digest);
}

bool hasMovingTag(const ImageReference &image)
{
    // Tags that pipelines usually move. Numbers may be moved too, but then no tag could be trusted.
    static constexpr std::array kMovingTags{
        "latest",      "main",    "master", "trunk",      "head",    "stable",  "edge", "nightly",  "dev",   "develop",
        "development", "staging", "prod",   "production", "release", "current", "next", "snapshot", "canary"};
    return image.digest.isEmpty() && std::ranges::any_of(kMovingTags, [&image](const char *tag) {
               return image.tag.compare(QLatin1String(tag), Qt::CaseInsensitive) == 0;
           });
}

} // namespace lynceus
