#pragma once

#include "core/domain/children/childapplications.h"
#include "core/domain/model/event.h"
#include "core/domain/rollout/expectation/expectation.h"
#include "core/domain/rollout/verdict/verdict.h"

#include <QUrl>

#include <optional>
#include <vector>

namespace lynceus {

/// The task on a server that follows the watch instead of this process (`wait --via`).
struct ServedTask
{
    QString id;     ///< empty until registered
    QUrl server;    ///< base URL
    QString state;  ///< Argo Watcher's word for it, where the server told it: "failed"
    QString reason; ///< text of the server; may have several lines

    friend bool operator==(const ServedTask &, const ServedTask &) = default;
};

/// The state of one watch at a point in time: everything that `wait` prints about it.
struct WatchReport
{
    Expectation expectation;
    QString project;
    QUrl url; ///< the application's page in the web UI of Argo CD; with a task, the task's page on its server
    Verdict verdict;
    std::optional<RevisionMetadata> commit;
    std::vector<LogLine> logLines; ///< last lines of the failing container
    Instant now{};                 ///< server's clock
    std::optional<ServedTask> task = {};
};

/// Time from the registration to the decision, or until now.
[[nodiscard]] Duration elapsed(const WatchReport &report);

/// Five symbols for the five stages: ● reached, ◐ in progress, ✕ failed or failing, ○ not reached.
[[nodiscard]] QString stageSigns(const Verdict &verdict);

/// True if `--output jsonl` prints a new line: stage, blocker, failing cause or outcome changed.
[[nodiscard]] bool isNewState(const Verdict &before, const Verdict &after);

/// The worst outcome.
[[nodiscard]] Outcome outcomeOf(const std::vector<WatchReport> &reports);

/// A parent with watched applications (`--with-children`).
struct ParentReport
{
    ApplicationKey key;
    ParentKind kind = ParentKind::Application;
    bool isComplete = false;              ///< all its applications are known, and which of them belong to the release
    std::optional<Blocker> blocker;       ///< while isComplete is false: why
    std::vector<ApplicationKey> children; ///< watched applications
    std::vector<ApplicationKey> leftOut;  ///< applications that use none of the images
    bool isByOwner = false; ///< an ApplicationSet could not be read: only applications visible to the account are known
};

/// Everything that one `wait` watches.
struct ReleaseReport
{
    std::vector<WatchReport> watches = {};
    std::vector<ParentReport> parents = {};          ///< empty without `--with-children`
    std::optional<Outcome> unstarted = std::nullopt; ///< set if no watch ever started: the outcome for that
    Instant now{};                                   ///< a server's clock
    bool isLate = false;                             ///< the deadline has passed
};

[[nodiscard]] Outcome outcomeOf(const ReleaseReport &release);

} // namespace lynceus
