#pragma once

#include "core/domain/newwatch/targetindex.h"
#include "core/domain/syncwindows/syncwindow.h"
#include "core/domain/watch/watchrecord.h"

#include <QTimeZone>

#include <array>

namespace lynceus {

/// A deadline that New watch offers; see design "Screens".
struct DeadlineChoice
{
    enum class Kind { FiveMinutes, QuarterHour, Hour, Today, Tomorrow };
    Kind kind = Kind::QuarterHour;
    Duration timeout{0};

    friend bool operator==(const DeadlineChoice &, const DeadlineChoice &) = default;
};

/// 5 min, 15 min, 1 h, and the end of the working day at 18:00; if less than 5 min of it remain, that of the next day.
/// @p now: our clock.
[[nodiscard]] std::vector<DeadlineChoice> deadlineChoices(Instant now, const QTimeZone &zone);

/// Bake times that New watch offers; see design "Screens".
inline constexpr std::array<Duration, 3> kBakeChoices{Duration(0), std::chrono::minutes(5), std::chrono::minutes(30)};

/// What the user should know before a watch starts. Only the last two kinds prevent it.
struct WatchWarning
{
    enum class Kind {
        AlreadyRuns,    ///< every pod of that repository has this version
        AlreadyWatched, ///< a running watch of the same image would be replaced
        AutoSyncOff,    ///< a user must sync
        SyncWindow,     ///< closed, until `until` if known
        SkipReconcile,  ///< Argo CD is configured to skip the application
        MovingTag,      ///< only a digest would prove the version
        RunsNothing,    ///< no pod shows what it runs; the input needs a repository
        NoVersion,      ///< the input needs a version
    };
    Kind kind = Kind::AlreadyRuns;
    std::optional<Instant> until;

    friend bool operator==(const WatchWarning &, const WatchWarning &) = default;
};

/// Most important first. @p watched: a watch of this application for this image, or for a version of this kind, is
/// running. Warnings about images are omitted for other @p kind values.
[[nodiscard]] std::vector<WatchWarning> warningsOf(const WatchTarget &target, bool watched,
                                                   const std::optional<SyncWindowBlock> &window,
                                                   ExpectedVersion::Kind kind = ExpectedVersion::Kind::Images);

/// Data that decides whether a target is selected initially.
struct TickQuestion
{
    const WatchTarget &target;
    const std::vector<WatchWarning> &warnings;
    bool isProduction = false;
    std::optional<bool> chosenBefore = {}; ///< in the last release of its repository; empty: it was not part of it
};

/// Initial selection: targets that can be watched and do not run the version or have a watch already; of these, the
/// ones selected last time, and of new ones those that are close and not production. If that selects more than
/// kMostTicked, none is selected: the input then rather matches a sidecar than a release.
inline constexpr int kMostTicked = 12;
[[nodiscard]] std::vector<bool> tickedAtFirst(const std::vector<TickQuestion> &questions);

/// "shop-web 1.5.0": short names of the images with their version, if they agree. With another @p version: names of the
/// applications and its value.
[[nodiscard]] QString suggestedRelease(const std::vector<WatchTarget> &chosen, const ExpectedVersion &version = {});

/// An application entered by name, because a search by image cannot find it: it does not exist yet, or it is a parent.
struct NamedApplication
{
    ApplicationKey key;
    QString project = {};                     ///< empty if unknown
    std::optional<ImageReference> image = {}; ///< empty if another version is expected
    bool waitForApp = false;
    bool withChildren = false;
    std::vector<ImageReference> others = {}; ///< images besides `image`

    friend bool operator==(const NamedApplication &, const NamedApplication &) = default;
};

struct WatchPlan
{
    std::vector<WatchTarget> chosen; ///< each with its wanted images, unless another version is expected
    Duration timeout{900'000};
    Duration bake{0};
    QString release; ///< used only with two or more watches
    QString who;
    ExpectedVersion version = {};
    std::optional<NamedApplication> named = {}; ///< used instead of `chosen`
    QString note = {};
};
[[nodiscard]] std::vector<WatchRequest> requestsOf(const WatchPlan &plan);

/// The `lynceus wait` command for the same requests, quoted for a POSIX shell. @p applications: the requests'
/// applications as on the command line, "staging:shop-web".
[[nodiscard]] QString waitCommand(const std::vector<WatchRequest> &requests, const QStringList &applications);

} // namespace lynceus
