#pragma once

#include "core/domain/children/childapplications.h"
#include "core/domain/model/event.h"
#include "core/domain/rollout/expectation/expectation.h"
#include "core/domain/rollout/verdict/verdict.h"

#include <QUrl>

#include <optional>
#include <vector>

namespace lynceus {

/// The task of a server that follows the watch in our place (`wait --via`).
struct ServedTask
{
    QString id;     ///< empty: not registered yet
    QUrl server;    ///< its base address
    QString state;  ///< Argo Watcher's word for it, where the server told it: "failed"
    QString reason; ///< what the server says of it; may have several lines

    friend bool operator==(const ServedTask &, const ServedTask &) = default;
};

/// What is known about one watch at a moment: all that `wait` prints is made of it.
struct WatchReport
{
    Expectation expectation;
    QString project;
    QUrl url; ///< the application's page in Argo CD's own window; the task's page on its server, if there is a task
    Verdict verdict;
    std::optional<RevisionMetadata> commit;
    std::vector<LogLine> logLines; ///< the last ones of the failing container
    Instant now{};                 ///< server's clock
    std::optional<ServedTask> task = {};
};

/// From the registration to the decision, or until now.
[[nodiscard]] Duration elapsed(const WatchReport &report);

/// The five stages in five signs: ● reached, ◐ at work on, ✕ failed or failing there, ○ not yet.
[[nodiscard]] QString stageSigns(const Verdict &verdict);

/// Whether `--output jsonl` has a new line: stage, blocker, failing cause or outcome changed.
[[nodiscard]] bool isNewState(const Verdict &before, const Verdict &after);

/// All of them in one word: the worst outcome.
[[nodiscard]] Outcome outcomeOf(const std::vector<WatchReport> &reports);

/// A parent whose applications are watched (`--with-children`).
struct ParentReport
{
    ApplicationKey key;
    ParentKind kind = ParentKind::Application;
    bool isComplete = false;              ///< all its applications are known, and which belong to the release
    std::optional<Blocker> blocker;       ///< what is awaited before that
    std::vector<ApplicationKey> children; ///< those that are watched
    std::vector<ApplicationKey> leftOut;  ///< those that use none of the images
    bool isByOwner = false; ///< an ApplicationSet could not be read: only applications that the account sees are known
};

/// All that one `wait` watches.
struct ReleaseReport
{
    std::vector<WatchReport> watches = {};
    std::vector<ParentReport> parents = {};          ///< none without `--with-children`
    std::optional<Outcome> unstarted = std::nullopt; ///< no watch ever began, and why
    Instant now{};                                   ///< a server's clock
    bool isLate = false;                             ///< the deadline has passed
};

[[nodiscard]] Outcome outcomeOf(const ReleaseReport &release);

} // namespace lynceus
