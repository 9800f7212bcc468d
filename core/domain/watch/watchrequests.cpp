#include "core/domain/watch/watchrequests.h"

#include "core/domain/rollout/expectation/imagematcher.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kFollower = "follow rule "_L1;

bool sameApplication(const ApplicationKey &left, const ApplicationKey &right)
{
    const bool sameNamespace =
        left.nameSpace == right.nameSpace || left.nameSpace.isEmpty() || right.nameSpace.isEmpty();
    return left.instance == right.instance && left.name == right.name && sameNamespace;
}

Result<void> checkRequest(const WatchRequest &request)
{
    const auto &name = request.application.name;
    if (name.isEmpty() || request.application.instance.isEmpty())
        return badInput(u"a watch requires an instance and an application"_s);
    const bool isByImages = request.version.isImages();
    if ((isByImages && request.images.empty()) || request.images.size() > ImageMatcher::kMostImages)
        return badInput(
            u"%1: a watch requires at least one image and at most %2"_s.arg(name).arg(ImageMatcher::kMostImages), name);
    if (!isByImages && !request.images.empty())
        return badInput(u"%1: a watch expects either images or another version, not both"_s.arg(name), name);
    if (!isValid(request.version))
        return badInput(u"%1: \"%2\" is not a valid version"_s.arg(name, request.version.value), name);
    if (request.timeout <= Duration{0} || request.timeout > kLongestTimeout)
        return badInput(
            u"%1: the timeout must be greater than zero and at most %2"_s.arg(name, formatDuration(kLongestTimeout)),
            name);
    const bool negative = std::ranges::any_of(std::array{request.bake, request.failAfter, request.imageGrace},
                                              [](Duration duration) { return duration < Duration{0}; });
    if (negative)
        return badInput(u"%1: bake, fail-after and image-grace cannot be negative"_s.arg(name), name);
    return {};
}

/// "shop 1.5.0", or "shop" without a single version.
QString releaseOf(const WatchRequest &request)
{
    constexpr qsizetype kShownDigits = 7; // as Git's short hashes
    auto version = isCommit(request.version.value) ? request.version.value.left(kShownDigits) : request.version.value;
    QStringList tags;
    for (const auto &image : request.images)
        tags += image.tag;
    if (tags.removeDuplicates(); tags.size() == 1)
        version = tags.front();
    return version.isEmpty() ? request.application.name : request.application.name + u' ' + version;
}

} // namespace

Result<QString> checkedNote(const QString &text)
{
    const auto note = text.trimmed();
    if (note.size() > kLongestNote)
        return badInput(u"this text has %1 characters; use at most %2"_s.arg(note.size()).arg(kLongestNote));
    return note;
}

QString watchIdFrom(quint64 random)
{
    // No vowels, so that ids contain no words; no l, and no digits that look like letters.
    static constexpr QLatin1StringView kLetters("bcdfghjkmnpqrstvwxz23456789");
    QString id(u'w');
    while (id.size() < kWatchIdLength) {
        id += QLatin1Char(kLetters[static_cast<qsizetype>(random % static_cast<quint64>(kLetters.size()))]);
        random /= static_cast<quint64>(kLetters.size());
    }
    return id;
}

Result<void> checkRequests(const std::vector<WatchRequest> &requests)
{
    if (requests.empty())
        return badInput(u"no application selected: a watch requires one"_s);
    for (auto request = requests.begin(); request != requests.end(); ++request) {
        if (auto checked = checkRequest(*request); !checked)
            return checked;
        const bool twice = std::any_of(requests.begin(), request,
                                       [&](const WatchRequest &other) { return replaces(*request, other); });
        if (twice)
            return badInput(
                u"%1 is listed twice with the same %2: the second watch would replace the first"_s.arg(
                    request->application.name, request->version.isImages() ? u"image"_s : u"kind of version"_s),
                request->application.name);
    }
    return {};
}

bool replaces(const WatchRequest &newer, const WatchRequest &older)
{
    if (newer.withChildren != older.withChildren || !sameApplication(newer.application, older.application))
        return false;
    if (!newer.version.isImages() || !older.version.isImages())
        return newer.version.kind == older.version.kind;
    return std::ranges::any_of(newer.images, [&](const ImageReference &image) {
        return std::ranges::any_of(older.images, [&](const ImageReference &other) {
            return sameRepository(image, other, newer.registryProxies);
        });
    });
}

QString followerName(const QString &rule)
{
    return kFollower + rule;
}

QString ruleOf(const QString &who)
{
    return who.startsWith(kFollower) ? who.mid(kFollower.size()) : QString();
}

WatchRequest childRequest(const WatchRecord &parent, const ApplicationKey &key, const QString &project,
                          const std::vector<ImageReference> &images, Duration left)
{
    auto request = parent.request;
    request.application = key;
    request.project = project;
    request.images = images;
    request.timeout = std::clamp(left, Duration{1}, kLongestTimeout);
    request.withChildren = false;
    request.waitForApp = false; // its parent has waited for it
    return request;
}

std::vector<WatchRequest> repeatedRequests(const std::vector<WatchRecord> &records)
{
    std::vector<WatchRequest> requests;
    for (const auto &record : records) {
        const bool isFoundAnew =
            std::ranges::any_of(records, [&](const WatchRecord &each) { return each.children.contains(record.id); });
        if (!isFoundAnew)
            requests.push_back(record.request);
    }
    return requests;
}

WatchRecord beginningOf(const WatchRequest &request, const QString &id, Instant now)
{
    WatchRecord record;
    record.id = id;
    record.request = request;
    if (request.withChildren && request.release.isEmpty())
        record.request.release = releaseOf(request);
    record.registeredAt = now;
    auto &expectation = record.expectation;
    expectation.application = request.application;
    expectation.images = request.images;
    expectation.version = request.version;
    expectation.waitForApp = request.waitForApp;
    expectation.registeredAt = now;
    expectation.deadline = now + request.timeout;
    expectation.bake = request.bake;
    expectation.failAfter = request.failAfter;
    expectation.imageGrace = request.imageGrace;
    expectation.acceptSuspended = request.acceptSuspended;
    expectation.registryProxies = request.registryProxies;
    expectation.oneOff = false;
    return record;
}

} // namespace lynceus
