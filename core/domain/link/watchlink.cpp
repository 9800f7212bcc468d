#include "core/domain/link/watchlink.h"

#include "core/domain/redaction/redact.h"
#include "core/domain/text/nearest.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kLongestLink = 4'096; // characters; browsers pass no more
constexpr qsizetype kLongestText = 200;   // of one part that is shown
constexpr std::size_t kMostImages = 20;
constexpr Duration kLongest = std::chrono::days(7);

constexpr auto kExample = "a link has the form lynceus://watch?app=NAME&image=REPOSITORY:TAG"_L1;
constexpr std::array kParts{"app"_L1,     "image"_L1, "instance"_L1, "namespace"_L1,
                            "timeout"_L1, "bake"_L1,  "release"_L1,  "note"_L1};

tl::unexpected<Error> refused(const QString &what)
{
    return badInput(u"the link is invalid: %1"_s.arg(what));
}

bool isPlain(const QString &text)
{
    return text.size() <= kLongestText
        && std::ranges::all_of(text, [](QChar each) { return each.isPrint() || each.isSurrogate(); });
}

/// Names of Kubernetes objects: RFC 1123 subdomains.
bool isObjectName(const QString &text)
{
    return !text.isEmpty() && text.size() <= 253 && std::ranges::all_of(text, [](QChar each) {
        return (each >= u'a' && each <= u'z') || (each >= u'0' && each <= u'9') || each == u'-' || each == u'.';
    });
}

Result<QString> objectName(const QString &part, const QString &value)
{
    if (isObjectName(value))
        return value;
    return refused(u"%1 '%2' is not a valid name; use lowercase letters, digits, '-' and '.'"_s.arg(
        part, redactedText(value, kLongestText)));
}

Result<QString> instanceId(const QString &value, const std::vector<Instance> &known)
{
    const auto isMeant = [&value](const Instance &instance) {
        return instance.name.compare(value, Qt::CaseInsensitive) == 0
            || instance.baseUrl.toString(QUrl::StripTrailingSlash) == value;
    };
    const auto found = std::ranges::find_if(known, isMeant);
    if (found != known.end())
        return found->id;
    return refused(u"instance '%1' is not configured; if you trust it, add it under Instances first"_s.arg(
        redactedText(value, kLongestText)));
}

Result<Duration> duration(const QString &part, const QString &value)
{
    const auto read = parseDuration(value);
    if (!read)
        return refused(u"%1: %2"_s.arg(part, read.error().message));
    if (*read < Duration(0) || *read > kLongest)
        return refused(u"%1 '%2' is longer than a week"_s.arg(part, value));
    return *read;
}

/// Stores the value in its member.
template<typename T, typename Member>
Result<void> put(Result<T> read, Member &member)
{
    if (!read)
        return tl::unexpected(read.error());
    member = *std::move(read);
    return {};
}

Result<void> takeImage(const QString &value, WatchLink &link)
{
    const auto image = parseImageReference(value);
    if (!image)
        return refused(u"image: %1"_s.arg(image.error().message));
    if (link.images.size() == kMostImages)
        return refused(u"it has more than %1 images"_s.arg(kMostImages));
    if (std::ranges::find(link.images, *image) == link.images.end())
        link.images.push_back(*image);
    return {};
}

Result<void> takePart(const QString &part, const QString &value, const std::vector<Instance> &known, WatchLink &link)
{
    if (!isPlain(value))
        return refused(u"%1 is longer than %2 characters or contains characters that cannot be shown"_s.arg(part).arg(
            kLongestText));
    if (part == "image"_L1)
        return takeImage(value, link);
    if (part == "app"_L1)
        return put(objectName(part, value), link.application);
    if (part == "namespace"_L1)
        return put(objectName(part, value), link.nameSpace);
    if (part == "instance"_L1)
        return put(instanceId(value, known), link.instance);
    if (part == "timeout"_L1)
        return put(duration(part, value), link.timeout);
    if (part == "bake"_L1)
        return put(duration(part, value), link.bake);
    (part == "release"_L1 ? link.release : link.note) = value;
    return {};
}

tl::unexpected<Error> unknownPart(const QString &part)
{
    QStringList parts;
    for (const auto known : kParts)
        parts.append(known);
    const auto nearest = nearestWords(part, parts, 1);
    const auto hint = nearest.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(nearest.front());
    return refused(u"'%1' is not a known parameter%2"_s.arg(redactedText(part, kLongestText), hint));
}

/// One line, limited in length.
QString plain(QString text)
{
    for (auto &each : text) {
        if (!each.isPrint() && !each.isSurrogate())
            each = u' ';
    }
    text.truncate(kLongestText);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text;
}

QString durationText(Duration duration)
{
    using namespace std::chrono;
    const auto whole = duration_cast<seconds>(duration).count();
    return whole % 60 == 0 ? u"%1m"_s.arg(whole / 60) : u"%1s"_s.arg(whole);
}

} // namespace

bool isLink(QStringView text)
{
    return text.startsWith(QString(kLinkScheme) + u':', Qt::CaseInsensitive);
}

Result<WatchLink> parseWatchLink(const QString &text, const std::vector<Instance> &known)
{
    if (text.size() > kLongestLink)
        return refused(u"it is longer than %1 characters"_s.arg(kLongestLink));
    const QUrl url(text, QUrl::StrictMode);
    // Browsers write the host with or without a trailing slash.
    const bool isOurs = url.isValid() && url.scheme() == kLinkScheme && url.host() == "watch"_L1
        && (url.path().isEmpty() || url.path() == "/"_L1) && url.userInfo().isEmpty() && url.port() == -1
        && !url.hasFragment();
    if (!isOurs)
        return refused(kExample);
    WatchLink link;
    QStringList seen;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[part, value] : items) {
        if (std::ranges::find(kParts, part) == kParts.end())
            return unknownPart(part);
        if (part != "image"_L1 && seen.contains(part))
            return refused(u"%1 occurs twice"_s.arg(part));
        seen.append(part);
        if (auto taken = takePart(part, value, known, link); !taken)
            return tl::unexpected(taken.error());
    }
    if (link.application.isEmpty() && link.images.empty())
        return refused(u"it contains neither an application nor an image; "_s + kExample);
    return link;
}

QString watchLinkText(const WatchLink &link, const QUrl &address)
{
    QStringList parts;
    const auto add = [&parts](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            parts.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value, "/:@")));
    };
    add("app"_L1, link.application);
    add("namespace"_L1, link.nameSpace);
    add("instance"_L1, address.toString(QUrl::StripTrailingSlash | QUrl::RemoveUserInfo));
    for (std::size_t at = 0; at < std::min(link.images.size(), kMostImages); ++at)
        add("image"_L1, familiarName(link.images[at]));
    if (link.timeout)
        add("timeout"_L1, durationText(*link.timeout));
    if (link.bake && *link.bake > Duration(0))
        add("bake"_L1, durationText(*link.bake));
    add("release"_L1, plain(link.release));
    add("note"_L1, plain(link.note));
    return kLinkScheme + u"://watch?"_s + parts.join(u'&');
}

} // namespace lynceus
