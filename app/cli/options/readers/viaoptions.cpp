#include "app/cli/options/readers/viaoptions.h"

#include "app/cli/options/optionreader.h"
#include "app/cli/options/readers/expectation.h"
#include "core/domain/argocd/requests/requests.h"
#include "core/io/process/systemuser.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// An option that replaces a variable.
struct Replacement
{
    const char *option;
    const char *variable;
};
constexpr std::array kReplacements{
    Replacement{"--via", "ARGO_WATCHER_URL"}, Replacement{"--app", "ARGO_APP"},
    Replacement{"--app", "IMAGES"},           Replacement{"--app", "IMAGE_TAG"},
    Replacement{"--image", "IMAGES"},         Replacement{"--image", "IMAGE_TAG"},
    Replacement{"--revision", "IMAGES"},      Replacement{"--revision", "IMAGE_TAG"},
    Replacement{"--chart-version", "IMAGES"}, Replacement{"--chart-version", "IMAGE_TAG"},
    Replacement{"--author", "COMMIT_AUTHOR"}, Replacement{"--project", "PROJECT_NAME"},
};

/// The server has its own URL and token of Argo CD, and its own settings for judging.
constexpr std::array kServersOwn{"--server",          "--auth-token-file", "--auth-token", "--wait-for-app", "--next",
                                 "--with-children",   "--registry-proxy",  "--fail-after", "--image-grace",  "--bake",
                                 "--accept-suspended"};

void refuseServersOwn(OptionReader &reader, const ParsedWords &words)
{
    for (const auto *option : kServersOwn) {
        const auto name = QString::fromLatin1(option);
        if (words.has(name))
            reader.fail({Error::Kind::BadInput, name,
                         u"does not apply with %1, where the server decides; remove it"_s.arg(
                             words.has(u"--via"_s) ? u"--via"_s : u"--from-env"_s)});
    }
}

QSet<QString> givenByOptions(const ParsedWords &words)
{
    QSet<QString> given;
    for (const auto &[option, variable] : kReplacements) {
        if (words.has(QString::fromLatin1(option)))
            given.insert(QString::fromLatin1(variable));
    }
    return given;
}

/// Adds the variables as if they were options; errors name the variables.
void addVariables(OptionReader &reader, ParsedWords &words, const ClientVariables &variables)
{
    if (!words.has(u"--app"_s)) {
        std::ignore = reader.checked(applicationName(u"ARGO_APP="_s + variables.app, variables.app));
        words.values.insert(u"--app"_s, {variables.app});
    }
    for (const auto &image : variables.images)
        std::ignore = reader.checked(imageValue(u"IMAGES and IMAGE_TAG: "_s + image, image));
    if (!variables.images.isEmpty())
        words.values.insert(u"--image"_s, variables.images);
}

/// The images of each target as typed, in the order of the targets.
std::vector<std::vector<TaskImage>> writtenImages(OptionReader &reader, const ParsedWords &words,
                                                  const std::vector<WaitTarget> &targets)
{
    std::vector<std::vector<TaskImage>> images(targets.size());
    const auto add = [](std::vector<TaskImage> &list, const TaskImage &image) {
        if (std::ranges::find(list, image) == list.end())
            list.push_back(image);
    };
    for (const auto &text : words.all(u"--app"_s)) {
        const auto equals = text.indexOf(u'=');
        auto target = waitTarget(text);
        if (equals < 0 || !target)
            continue;
        reader.addNamespace(target->application);
        const auto same = std::ranges::find(targets, target->application, &WaitTarget::application);
        if (same != targets.end())
            add(images[std::size_t(same - targets.begin())], taskImageFrom(text.mid(equals + 1)));
    }
    const auto all = words.all(u"--image"_s);
    if (!all.isEmpty() && targets.size() > 1)
        reader.fail({Error::Kind::BadInput, u"--image"_s,
                     u"cannot be combined with --via for several applications; write --app %1=IMAGE"_s.arg(
                         targets.front().application.address.name)});
    else if (!targets.empty()) {
        for (const auto &text : all)
            add(images.front(), taskImageFrom(text));
    }
    return images;
}

QUrl serverFrom(OptionReader &reader, const ParsedWords &words, const ClientVariables &variables)
{
    const bool isOption = words.has(u"--via"_s);
    const auto text = isOption ? words.last(u"--via"_s) : variables.server;
    auto url = parseServerAddress(text);
    if (url)
        return *std::move(url);
    reader.fail({Error::Kind::BadInput, isOption ? u"--via"_s : u"ARGO_WATCHER_URL"_s, url.error().message});
    return {};
}

ViaOptions readVia(OptionReader &reader, const ParsedWords &words, const ClientVariables &variables)
{
    ViaOptions via;
    const bool fromEnvironment = words.has(u"--from-env"_s);
    via.server = serverFrom(reader, words, variables);
    via.fromEnvironment = fromEnvironment;
    via.deployTokenFile = words.last(u"--deploy-token-file"_s);
    via.instance = words.last(u"--instance"_s);
    const auto first = [](const QString &option, const QString &variable) {
        return option.isEmpty() ? variable : option;
    };
    via.author = first(words.last(u"--author"_s), variables.author);
    if (via.author.isEmpty())
        via.author = first(systemUser(), u"lynceus"_s);
    via.project = first(words.last(u"--project"_s), variables.project);
    via.taskTimeout = variables.taskTimeout;
    via.refresh = words.has(u"--no-refresh"_s) ? std::optional(false) : variables.refresh;
    if (fromEnvironment) {
        via.interval = variables.interval;
        via.requestTimeout = variables.requestTimeout;
    }
    via.debug = variables.debug;
    via.hasOwnTimeout = words.has(u"--timeout"_s) || !fromEnvironment;
    return via;
}

} // namespace

TaskImage taskImageFrom(const QString &text)
{
    const auto at = text.indexOf(u'@');
    const auto named = at < 0 ? text : text.first(at);
    const auto colon = named.indexOf(u':', named.lastIndexOf(u'/') + 1);
    TaskImage image{colon < 0 ? named : named.first(colon), colon < 0 ? u"latest"_s : named.sliced(colon + 1)};
    if (at >= 0)
        image.tag = text.sliced(at + 1);
    return image;
}

Result<Invocation> waitViaCall(const ParsedWords &words, const Variables &variables)
{
    OptionReader reader(words);
    refuseServersOwn(reader, words);
    if (reader.error())
        return tl::unexpected(*reader.error());
    ClientVariables client;
    auto all = words;
    if (words.has(u"--from-env"_s)) {
        auto read = readClientVariables(variables, givenByOptions(words));
        if (!read)
            return tl::unexpected(read.error());
        client = *std::move(read);
        addVariables(reader, all, client);
    }
    if (reader.error())
        return tl::unexpected(*reader.error());
    OptionReader rest(all);
    auto options = readExpectation(rest, all);
    options.server = rest.server();
    options.output = rest.output({OutputFormat::Text, OutputFormat::Json, OutputFormat::Jsonl});
    options.via = readVia(rest, all, client);
    options.via->images = writtenImages(rest, all, options.targets);
    for (const auto &target : options.targets) {
        if (!target.application.instance.isEmpty() && !options.via->instance.isEmpty())
            rest.fail({Error::Kind::BadInput, u"--instance"_s,
                       u"--app %1:%2 already names the instance; use one of them"_s.arg(
                           target.application.instance, target.application.address.name)});
    }
    return finished(rest, std::move(options));
}

} // namespace lynceus
