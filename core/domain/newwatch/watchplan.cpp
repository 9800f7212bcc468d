#include "core/domain/newwatch/watchplan.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

constexpr int kEndOfDay = 18; // o'clock, design "product"
constexpr Duration kShortest = 5min;

Instant endOfDay(const QDateTime &local, int days)
{
    const QDateTime end(local.date().addDays(days), QTime(kEndOfDay, 0), local.timeZone());
    return Instant(Duration(end.toMSecsSinceEpoch()));
}

bool runsOnly(const WatchTarget &target)
{
    return target.wanted && !target.running.empty()
        && std::ranges::all_of(target.running, [&](const ImageReference &running) {
               return running.tag == target.wanted->tag
                   && (target.wanted->digest.isEmpty() || running.digest == target.wanted->digest);
           });
}

QString shortName(const ImageReference &image)
{
    return image.repository.sliced(image.repository.lastIndexOf(u'/') + 1);
}

/// "1h30m", as parseDuration() reads it.
QString durationArgument(Duration duration)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(duration).count();
    QString text;
    if (minutes >= 60)
        text += u"%1h"_s.arg(minutes / 60);
    if (minutes % 60 != 0 || minutes == 0)
        text += u"%1m"_s.arg(minutes % 60);
    return text;
}

QString releaseOf(const std::vector<WatchTarget> &chosen, const ExpectedVersion &version)
{
    constexpr qsizetype kShownDigits = 7;
    QStringList names;
    for (const auto &target : chosen) {
        if (!names.contains(target.entry.key.name))
            names.append(target.entry.key.name);
    }
    if (names.isEmpty())
        return {};
    const auto value = isCommit(version.value) ? version.value.left(kShownDigits) : version.value;
    return value.isEmpty() ? names.join(u", "_s) : names.join(u", "_s) + u' ' + value;
}

QStringList versionTexts(const ExpectedVersion &version)
{
    switch (version.kind) {
    case ExpectedVersion::Kind::Images:
        return {};
    case ExpectedVersion::Kind::Revision:
        return {u"--revision"_s, version.value};
    case ExpectedVersion::Kind::ChartVersion:
        return {u"--chart-version"_s, version.value};
    case ExpectedVersion::Kind::Next:
        return {u"--next"_s};
    }
    Q_UNREACHABLE();
}

QString quoted(const QString &argument)
{
    const bool isPlain = std::ranges::all_of(
        argument, [](QChar c) { return (c.unicode() < 128 && c.isLetterOrNumber()) || u"._-:/@=+,"_s.contains(c); });
    if (isPlain && !argument.isEmpty())
        return argument;
    return u'\'' + QString(argument).replace(u'\'', "'\\''"_L1) + u'\'';
}

} // namespace

std::vector<DeadlineChoice> deadlineChoices(Instant now, const QTimeZone &zone)
{
    using Kind = DeadlineChoice::Kind;
    const auto local = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone);
    std::vector<DeadlineChoice> choices = {{Kind::FiveMinutes, 5min}, {Kind::QuarterHour, 15min}, {Kind::Hour, 1h}};
    if (const auto today = endOfDay(local, 0) - now; today > kShortest)
        choices.push_back({Kind::Today, today});
    else
        choices.push_back({Kind::Tomorrow, endOfDay(local, 1) - now});
    return choices;
}

std::vector<WatchWarning> warningsOf(const WatchTarget &target, bool watched,
                                     const std::optional<SyncWindowBlock> &window, ExpectedVersion::Kind kind)
{
    using Kind = WatchWarning::Kind;
    const bool isByImage = kind == ExpectedVersion::Kind::Images;
    std::vector<WatchWarning> warnings;
    const auto add = [&warnings](bool holds, WatchWarning warning) {
        if (holds)
            warnings.push_back(warning);
    };
    const auto &application = *target.entry.application;
    const bool runs = isByImage && runsOnly(target) && target.runsOthers;
    add(isByImage && !target.wanted && target.running.empty(), {Kind::RunsNothing, {}});
    add(isByImage && !target.wanted && !target.running.empty(), {Kind::NoVersion, {}});
    add(watched, {Kind::AlreadyWatched, {}});
    add(runs, {Kind::AlreadyRuns, {}});
    if (!runs) {
        add(application.skipReconcile, {Kind::SkipReconcile, {}});
        add(!application.autoSync, {Kind::AutoSyncOff, {}});
        add(application.autoSync && window && window->blocked,
            {Kind::SyncWindow, window ? window->until : std::nullopt});
    }
    add(isByImage && std::ranges::any_of(wantedImages(target), hasMovingTag), {Kind::MovingTag, {}});
    return warnings;
}

std::vector<bool> tickedAtFirst(const std::vector<TickQuestion> &questions)
{
    std::vector<bool> ticked;
    std::ranges::transform(questions, std::back_inserter(ticked), [](const TickQuestion &question) {
        const bool isNeeded = std::ranges::none_of(question.warnings, [](const WatchWarning &warning) {
            return warning.kind == WatchWarning::Kind::AlreadyRuns || warning.kind == WatchWarning::Kind::AlreadyWatched
                || warning.kind == WatchWarning::Kind::RunsNothing;
        });
        return isNeeded && question.chosenBefore.value_or(question.target.close && !question.isProduction);
    });
    if (std::ranges::count(ticked, true) > kMostTicked)
        ticked.assign(ticked.size(), false);
    return ticked;
}

QString suggestedRelease(const std::vector<WatchTarget> &chosen, const ExpectedVersion &version)
{
    if (!version.isImages())
        return releaseOf(chosen, version);
    QStringList names;
    QStringList versions;
    for (const auto &target : chosen) {
        for (const auto &image : wantedImages(target)) {
            if (const auto name = shortName(image); !names.contains(name))
                names.append(name);
            if (!versions.contains(image.tag))
                versions.append(image.tag);
        }
    }
    if (names.isEmpty())
        return {};
    auto text = names.join(u", "_s);
    if (versions.size() == 1 && !versions.front().isEmpty())
        text += u' ' + versions.front();
    return text;
}

std::vector<WatchRequest> requestsOf(const WatchPlan &plan)
{
    std::vector<WatchRequest> requests;
    const auto add = [&](const ApplicationKey &key, const QString &project, std::vector<ImageReference> images) {
        if (plan.version.isImages() && images.empty())
            return;
        WatchRequest request;
        request.application = key;
        request.project = project;
        if (plan.version.isImages())
            request.images = std::move(images);
        request.version = plan.version;
        request.timeout = plan.timeout;
        request.bake = plan.bake;
        request.who = plan.who;
        request.note = plan.note;
        request.waitForApp = plan.named && plan.named->waitForApp;
        request.withChildren = plan.named && plan.named->withChildren;
        requests.push_back(std::move(request));
    };
    if (plan.named) {
        std::vector<ImageReference> images;
        if (plan.named->image) {
            images = plan.named->others;
            images.insert(images.begin(), *plan.named->image);
        }
        add(plan.named->key, plan.named->project, std::move(images));
        return requests;
    }
    for (const auto &target : plan.chosen)
        add(target.entry.key, target.entry.application->project, wantedImages(target));
    if (requests.size() > 1) {
        for (auto &request : requests)
            request.release = plan.release;
    }
    return requests;
}

QString waitCommand(const std::vector<WatchRequest> &requests, const QStringList &applications)
{
    if (requests.empty())
        return {};
    const auto &first = requests.front();
    const bool sameImages =
        std::ranges::all_of(requests, [&](const WatchRequest &request) { return request.images == first.images; });
    QStringList words{u"lynceus"_s, u"wait"_s};
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const auto application = applications.value(qsizetype(i));
        if (sameImages) {
            words << u"--app"_s << quoted(application);
            continue;
        }
        for (const auto &image : requests[i].images)
            words << u"--app"_s << quoted(application + u'=' + familiarName(image));
    }
    if (sameImages) {
        for (const auto &image : first.images)
            words << u"--image"_s << quoted(familiarName(image));
    }
    for (const auto &word : versionTexts(first.version))
        words << quoted(word);
    if (first.withChildren)
        words << u"--with-children"_s;
    if (first.waitForApp)
        words << u"--wait-for-app"_s;
    words << u"--timeout"_s << durationArgument(first.timeout);
    if (first.bake > Duration::zero())
        words << u"--bake"_s << durationArgument(first.bake);
    return words.join(u' ');
}

} // namespace lynceus
