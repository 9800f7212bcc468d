#include "app/cli/options/values.h"

#include "core/domain/text/nearest.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr double kMostSpeed = 1000.0; // recording seconds per second: above it, the timers' resolution is too coarse
constexpr int kMostPort = 65535;

struct FormatName
{
    OutputFormat format;
    const char *name;
};

constexpr std::array kFormats{
    FormatName{OutputFormat::Text, "text"},
    FormatName{OutputFormat::Json, "json"},
    FormatName{OutputFormat::Jsonl, "jsonl"},
    FormatName{OutputFormat::Csv, "csv"},
};

tl::unexpected<Error> about(const QString &asked, const QString &message)
{
    return badInput(message, asked);
}

/// The index of @p text in @p words, ignoring case; -1 if there is none.
qsizetype indexOfWord(const QString &text, const QStringList &words)
{
    const auto found =
        std::ranges::find_if(words, [&](const QString &word) { return word.compare(text, Qt::CaseInsensitive) == 0; });
    return found == words.end() ? -1 : found - words.begin();
}

} // namespace

QString didYouMean(const QString &word, const QStringList &candidates)
{
    const auto nearest = nearestWords(word, candidates, 2);
    return nearest.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(nearest.join(u" or "_s));
}

Result<ApplicationName> applicationName(const QString &asked, const QString &text)
{
    ApplicationName name;
    const auto colon = text.indexOf(u':');
    if (colon >= 0)
        name.instance = text.left(colon);
    if (text.count(u'/') > 1 || (colon > text.indexOf(u'/') && text.contains(u'/')))
        return about(
            asked,
            u"this looks like an image; use NAME or NAMESPACE/NAME for an application and NAME=IMAGE for its image"_s);
    auto address = parseApplicationAddress(text.mid(colon + 1));
    if (!address)
        return about(asked, address.error().message);
    name.address = std::move(*address);
    return name;
}

Result<WaitTarget> waitTarget(const QString &text)
{
    const auto asked = u"--app "_s + text;
    const auto equals = text.indexOf(u'=');
    auto name = applicationName(asked, text.left(equals < 0 ? text.size() : equals));
    if (!name)
        return tl::unexpected(name.error());
    WaitTarget target{std::move(*name), {}};
    if (equals < 0)
        return target;
    auto image = imageValue(asked, text.mid(equals + 1));
    if (!image)
        return tl::unexpected(image.error());
    target.images.push_back(std::move(*image));
    return target;
}

Result<ImageReference> imageValue(const QString &asked, const QString &text)
{
    auto image = parseImageReference(text);
    if (!image)
        return about(asked, image.error().message);
    return image;
}

Result<Duration> durationValue(const QString &option, const QString &text, Duration least)
{
    const auto asked = option + u' ' + text;
    auto duration = parseDuration(text);
    if (!duration)
        return about(asked, duration.error().message);
    if (*duration < least)
        return about(asked, u"too short; at least %1"_s.arg(formatDuration(least)));
    return duration;
}

Result<quint16> portValue(const QString &text)
{
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    if (!isNumber || port < 0 || port > kMostPort)
        return about(u"--port "_s + text,
                     u"not a port; use a number from 0 to %1 (0 selects a free port)"_s.arg(kMostPort));
    return quint16(port);
}

Result<double> speedValue(const QString &text)
{
    bool isNumber = false;
    const double speed = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(speed) || speed <= 0 || speed > kMostSpeed)
        return about(u"--speed "_s + text,
                     u"not a factor; use a number greater than 0 and at most %1, e.g. 4 or 0.5"_s.arg(kMostSpeed));
    return speed;
}

Result<QString> basePathValue(const QString &text)
{
    auto path = text.startsWith(u'/') ? text : u'/' + text;
    while (path.endsWith(u'/'))
        path.chop(1);
    const bool isPath =
        std::ranges::none_of(path, [](QChar c) { return c.isSpace() || c == u'?' || c == u'#' || c == u'%'; });
    if (!isPath)
        return about(u"--base-path "_s + text, u"not a path; use for example /argocd"_s);
    return path;
}

Result<std::pair<QByteArray, Secret>> headerValue(const Secret &header)
{
    // The value may be a credential: messages must not repeat it.
    static constexpr QByteArrayView kTokenSigns = "!#$%&'*+-.^_`|~"; // RFC 9110 §5.6.2, beside letters and digits
    const auto text = header.reveal();
    const auto colon = text.indexOf(':');
    const auto name = text.left(colon).trimmed();
    const bool isToken = colon > 0 && std::ranges::all_of(name, [](char c) {
                             return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                                 || kTokenSigns.contains(c);
                         });
    if (!isToken || name.isEmpty())
        return about(u"--header"_s, u"not a header; use 'NAME: VALUE'"_s);
    auto value = text.mid(colon + 1).trimmed();
    if (std::ranges::any_of(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; }))
        return about(
            u"--header"_s,
            u"the value of %1 contains a line break; a header must be a single line"_s.arg(QString::fromLatin1(name)));
    return std::pair(name, Secret(std::move(value)));
}

Result<OutputFormat> formatValue(const QString &text, const std::vector<OutputFormat> &allowed)
{
    QStringList names;
    for (const auto &format : kFormats) {
        if (std::ranges::find(allowed, format.format) == allowed.end())
            continue;
        if (text == QLatin1StringView(format.name))
            return format.format;
        names.append(QString::fromLatin1(format.name));
    }
    return about(u"--output "_s + text,
                 u"unknown format; use one of %1%2"_s.arg(names.join(u", "_s), didYouMean(text, names)));
}

Result<std::pair<QString, QString>> replacementValue(const QString &text)
{
    // Words of the responses and the recording format: without them, a recording would be unreadable.
    static const QStringList kNeeded{
        u"apiVersion"_s, u"app"_s,    u"application"_s, u"applications"_s, u"argocd"_s, u"body"_s,      u"data"_s,
        u"expect"_s,     u"frame"_s,  u"get"_s,         u"head"_s,         u"health"_s, u"images"_s,    u"items"_s,
        u"kind"_s,       u"live"_s,   u"metadata"_s,    u"name"_s,         u"nodes"_s,  u"namespace"_s, u"path"_s,
        u"project"_s,    u"result"_s, u"spec"_s,        u"status"_s,       u"sync"_s,   u"type"_s,      u"uid"_s};
    const auto asked = u"--replace "_s + text;
    const auto equals = text.indexOf(u'=');
    const auto name = text.left(equals);
    const auto standIn = text.mid(equals + 1);
    if (equals < 1 || standIn.isEmpty())
        return about(asked, u"invalid replacement; use for example --replace acme=example"_s);
    if (name.contains(u'"') || name.contains(u'\\'))
        return about(asked, u"a name that contains \" or \\ cannot be replaced; use the part without them"_s);
    if (kNeeded.contains(name, Qt::CaseInsensitive))
        return about(asked,
                     u"\"%1\" is a word of Argo CD's API: without it the recording could not be replayed"_s.arg(name));
    const bool isPlain = std::ranges::all_of(standIn, [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'.' || c == u'-' || c == u'_';
    });
    if (!isPlain)
        return about(asked, u"the replacement may contain letters, digits, \".\", \"-\" and \"_\""_s);
    return std::pair(name, standIn);
}

Result<HealthStatus> healthValue(const QString &text)
{
    static constexpr std::array kAll{HealthStatus::Healthy, HealthStatus::Suspended, HealthStatus::Progressing,
                                     HealthStatus::Missing, HealthStatus::Degraded,  HealthStatus::Unknown};
    QStringList names;
    std::ranges::transform(kAll, std::back_inserter(names), [](HealthStatus status) { return nameOf(status); });
    const auto index = indexOfWord(text, names);
    if (index < 0)
        return about(u"--health "_s + text,
                     u"unknown health; use one of %1%2"_s.arg(names.join(u", "_s), didYouMean(text, names)));
    return kAll[std::size_t(index)];
}

Result<SyncStatus> syncValue(const QString &text)
{
    static constexpr std::array kAll{SyncStatus::Synced, SyncStatus::OutOfSync, SyncStatus::Unknown};
    QStringList names;
    std::ranges::transform(kAll, std::back_inserter(names), [](SyncStatus status) { return nameOf(status); });
    const auto index = indexOfWord(text, names);
    if (index < 0)
        return about(u"--sync "_s + text,
                     u"unknown sync status; use one of %1%2"_s.arg(names.join(u", "_s), didYouMean(text, names)));
    return kAll[std::size_t(index)];
}

} // namespace lynceus
