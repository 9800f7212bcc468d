#include "app/cli/options/expectation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kLeastTimeout{1'000}; // a shorter one ends before the first answer

/// The same application twice is one watch with all its images.
void addTarget(std::vector<WaitTarget> &targets, WaitTarget target)
{
    const auto same = std::ranges::find(targets, target.application, &WaitTarget::application);
    if (same == targets.end()) {
        targets.push_back(std::move(target));
        return;
    }
    for (auto &image : target.images) {
        if (std::ranges::find(same->images, image) == same->images.end())
            same->images.push_back(std::move(image));
    }
}

void checkTargets(OptionReader &reader, const WaitOptions &options, const QString &command)
{
    if (options.targets.empty())
        return reader.fail({Error::Kind::BadInput, command, u"no application given; use --app NAME=IMAGE"_s});
    for (const auto &target : options.targets) {
        if (target.images.empty() && options.images.empty())
            return reader.fail(
                {Error::Kind::BadInput, u"--app "_s + target.application.address.name,
                 u"no image given; use --app %1=IMAGE, or add --image IMAGE"_s.arg(target.application.address.name)});
    }
}

} // namespace

WaitOptions readExpectation(OptionReader &reader, const ParsedWords &words)
{
    WaitOptions options;
    for (auto &target : reader.each<WaitTarget>(u"--app"_s, waitTarget)) {
        reader.addNamespace(target.application);
        addTarget(options.targets, std::move(target));
    }
    options.images = reader.images();
    checkTargets(reader, options, QString::fromLatin1(words.command->name));
    reader.readDuration(u"--timeout"_s, options.timeout, kLeastTimeout);
    reader.readDuration(u"--fail-after"_s, options.failAfter);
    reader.readDuration(u"--image-grace"_s, options.imageGrace);
    reader.readDuration(u"--bake"_s, options.bake);
    options.acceptSuspended = words.has(u"--accept-suspended"_s);
    options.refresh = !words.has(u"--no-refresh"_s);
    options.project = words.last(u"--project"_s);
    options.registryProxies = reader.registryProxies();
    return options;
}

} // namespace lynceus
