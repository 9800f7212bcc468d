#include "app/cli/options/readers/expectation.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kLeastTimeout{1'000}; // a shorter one ends before the first response

/// Merges the images of an application that is given twice.
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

Result<ExpectedVersion> named(const QString &asked, Result<ExpectedVersion> version)
{
    return std::move(version).map_error([&](Error error) {
        error.asked = asked;
        return error;
    });
}

/// Reads `--revision`, `--chart-version` or `--next`: only one of them, and without images.
void readVersion(OptionReader &reader, const ParsedWords &words, WaitOptions &options)
{
    const std::array kOptions{u"--revision"_s, u"--chart-version"_s, u"--next"_s};
    QStringList given;
    std::ranges::copy_if(kOptions, std::back_inserter(given), [&](const QString &option) { return words.has(option); });
    if (given.isEmpty())
        return;
    const auto &option = given.front();
    if (given.size() > 1)
        return reader.fail(
            {Error::Kind::BadInput, given[1], u"cannot be combined with %1; use one of them"_s.arg(option)});
    const auto withImage =
        std::ranges::find_if(options.targets, [](const WaitTarget &each) { return !each.images.empty(); });
    if (withImage != options.targets.end())
        return reader.fail({Error::Kind::BadInput, option,
                            u"cannot be combined with an image; write --app %1 without one"_s.arg(
                                withImage->application.address.name)});
    if (!options.images.empty())
        return reader.fail({Error::Kind::BadInput, option, u"cannot be combined with --image; use one of them"_s});
    const auto text = words.last(option);
    if (option == kOptions[0])
        options.version = reader.checked(named(option + u' ' + text, parseRevision(text)));
    else if (option == kOptions[1])
        options.version = reader.checked(named(option + u' ' + text, parseChartVersion(text)));
    else
        options.version.kind = ExpectedVersion::Kind::Next;
}

void checkTargets(OptionReader &reader, const WaitOptions &options, const QString &command)
{
    if (options.targets.empty())
        return reader.fail({Error::Kind::BadInput, command, u"no application given; use --app NAME=IMAGE"_s});
    if (!options.version.isImages())
        return;
    for (const auto &target : options.targets) {
        const auto &name = target.application.address.name;
        if (target.images.empty() && options.images.empty())
            return reader.fail({Error::Kind::BadInput, u"--app "_s + name,
                                u"no image given; use --app %1=IMAGE, or add --image IMAGE; for another version add "
                                "--revision, --chart-version or --next"_s.arg(name)});
    }
    // Manifests decide about images; a missing application has none, and children are found later.
    if ((options.waitForApp || options.withChildren) && options.targets.size() > 1 && !options.images.empty())
        reader.fail({Error::Kind::BadInput, options.withChildren ? u"--with-children"_s : u"--wait-for-app"_s,
                     u"cannot be combined with --image for several applications; write --app %1=IMAGE"_s.arg(
                         options.targets.front().application.address.name)});
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
    options.waitForApp = words.has(u"--wait-for-app"_s);
    options.withChildren = words.has(u"--with-children"_s);
    readVersion(reader, words, options);
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
