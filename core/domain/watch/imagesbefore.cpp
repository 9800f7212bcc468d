#include "core/domain/watch/imagesbefore.h"

#include <algorithm>

namespace lynceus {

std::optional<QStringList> imagesBefore(const RolloutMemory &memory, std::span<const ImageReference> expected,
                                        const RegistryProxies &proxies)
{
    if (!memory.baselineLive || !memory.baselinePods)
        return std::nullopt;
    if (expected.empty())
        return QStringList();
    const auto isOfTheSameName = [&](const QString &image) {
        const auto parsed = parseImageReference(image);
        return parsed && std::ranges::any_of(expected, [&](const ImageReference &reference) {
                   return sameRepository(reference, *parsed, proxies);
               });
    };
    auto matcher = memory.matcher;
    const auto isOther = [&](const QString &image) {
        return isOfTheSameName(image) && matcher.match(image).image == 0;
    };
    QStringList before;
    std::ranges::copy_if(*memory.baselineLive, std::back_inserter(before), isOther);
    if (before.isEmpty())
        std::ranges::copy_if(*memory.baselinePods, std::back_inserter(before), isOther);
    if (before.isEmpty())
        std::ranges::copy_if(*memory.baselineLive, std::back_inserter(before), isOfTheSameName);
    before.removeDuplicates();
    before.sort();
    return before;
}

} // namespace lynceus
