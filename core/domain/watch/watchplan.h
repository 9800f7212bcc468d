#pragma once

#include "core/domain/model/syncwindow.h"
#include "core/domain/watch/targetindex.h"
#include "core/domain/watch/watchrecord.h"

#include <QTimeZone>

#include <array>

namespace lynceus {

/// What New watch offers as deadline: design "Screens".
struct DeadlineChoice
{
    enum class Kind { FiveMinutes, QuarterHour, Hour, Today, Tomorrow };
    Kind kind = Kind::QuarterHour;
    Duration timeout{0};

    friend bool operator==(const DeadlineChoice &, const DeadlineChoice &) = default;
};

/// 5 min, 15 min, 1 h, and the end of the working day at 18:00; when less than the shortest of them is left of it,
/// tomorrow's instead. @p now on our clock.
[[nodiscard]] std::vector<DeadlineChoice> deadlineChoices(Instant now, const QTimeZone &zone);

/// How long New watch offers to guard what runs: design "Screens".
inline constexpr std::array<Duration, 3> kBakeChoices{Duration(0), std::chrono::minutes(5), std::chrono::minutes(30)};

/// What a person should know before a watch starts; none of them forbids it but the last two.
struct WatchWarning
{
    enum class Kind {
        AlreadyRuns,    ///< every pod of that repository says this version
        AlreadyWatched, ///< a watch of the same image runs; it would be replaced
        AutoSyncOff,    ///< somebody has to sync
        SyncWindow,     ///< closed, until `until` where that is known
        SkipReconcile,  ///< Argo CD is told to leave it alone
        MovingTag,      ///< only a digest would prove the version
        RunsNothing,    ///< no pod tells what it runs: the text must say the repository
        NoVersion,      ///< the text must say the version
    };
    Kind kind = Kind::AlreadyRuns;
    std::optional<Instant> until;

    friend bool operator==(const WatchWarning &, const WatchWarning &) = default;
};

/// The most important first. @p watched: a watch of this application for this image, or for a version of this kind,
/// runs. What only concerns images is left out where @p kind is another one.
[[nodiscard]] std::vector<WatchWarning> hurdlesOf(const WatchTarget &target, bool watched,
                                                  const std::optional<SyncWindowBlock> &window,
                                                  ExpectedVersion::Kind kind = ExpectedVersion::Kind::Images);

/// What a target is asked about before it is ticked.
struct TickQuestion
{
    const WatchTarget &target;
    const std::vector<WatchWarning> &hurdles;
    bool isProduction = false;
    std::optional<bool> chosenBefore = {}; ///< in the last release of its repository; nothing: it was no part of it
};

/// Which are ticked at first: of what can be watched and does not run it already, what was chosen last time, and of the
/// rest what is close and not production; but none of more than kMostTicked, because then the text fits a sidecar
/// rather than a release.
inline constexpr int kMostTicked = 12;
[[nodiscard]] std::vector<bool> tickedAtFirst(const std::vector<TickQuestion> &questions);

/// "shop-web 1.5.0": the short names of the images and their version, where they agree; of another @p version the names
/// of the applications and its value.
[[nodiscard]] QString suggestedRelease(const std::vector<WatchTarget> &chosen, const ExpectedVersion &version = {});

/// An application that is typed, as no search finds it by an image: it does not exist yet, or it stands for others.
struct NamedApplication
{
    ApplicationKey key;
    QString project = {};                     ///< empty: not known
    std::optional<ImageReference> image = {}; ///< nothing where another version is expected
    bool waitForApp = false;
    bool withChildren = false;

    friend bool operator==(const NamedApplication &, const NamedApplication &) = default;
};

struct WatchPlan
{
    std::vector<WatchTarget> chosen; ///< each with its wanted image, unless another version is expected
    Duration timeout{900'000};
    Duration bake{0};
    QString release; ///< kept only with two or more
    QString who;
    ExpectedVersion version = {};
    std::optional<NamedApplication> named = {}; ///< instead of what is chosen
};
[[nodiscard]] std::vector<WatchRequest> requestsOf(const WatchPlan &plan);

/// The call of the command line that waits for the same, quoted for a POSIX shell. @p applications are the requests' as
/// people type them: "staging:shop-web".
[[nodiscard]] QString waitCommand(const std::vector<WatchRequest> &requests, const QStringList &applications);

} // namespace lynceus
