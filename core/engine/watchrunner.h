#pragma once

#include "core/domain/rollout/judge.h"
#include "core/engine/argocdclient.h"
#include "core/engine/clients/instancebudget.h"

#include <QObject>

#include <memory>

namespace lynceus {

struct WatchOptions
{
    QString project;               ///< empty: found out from the application
    bool refresh = true;           ///< ask for refresh=normal at registration and every minute while not noticed
    bool applicationStream = true; ///< may hold a stream of the application open; else it polls
    bool treeStream = true;        ///< may hold a stream of its tree open; else it polls
    std::shared_ptr<InstanceBudget> budget; ///< of all watches of the instance together; null: this one is alone
    Duration startLimit{15'000}; ///< unreachable for this long before the first good answer ends it (Outcome::Aborted)
};

/// Follows one application until the verdict is final: streams, polls, refreshes, events, commit.
///
/// Costs the server at most 60 requests a minute in an ordinary rollout, and two open streams.
/// Before the first good answer, a wrong certificate or something that is no Argo CD ends it at once, and trouble
/// of the network after WatchOptions::startLimit; afterwards only the deadline does.
class WatchRunner final : public QObject
{
    Q_OBJECT
public:
    /// @p expectation's instants are set by start() from the server's clock: pass the timeout instead.
    WatchRunner(ArgoCdClient &client, const Clock &clock, Expectation expectation, Duration timeout,
                WatchOptions options, QObject *parent = nullptr);
    ~WatchRunner() override;

    void start();
    /// Goes on with what an earlier runner of the same watch knew (judge()), instead of start().
    /// @param registeredBefore how long ago: what was never answered yet counts its deadline from there.
    void resume(Judge judge, Duration registeredBefore);

    /// By the server's clock.
    void setDeadline(Instant deadline);
    /// May a stream of its tree be held open? Else it polls.
    void setTreeStream(bool allowed);

    /// Whether a feed of the instance hears of each change of the application and says so by lookAgain().
    void setFed(bool fed);
    /// The feed saw a change of the application: it is read at once.
    void lookAgain();

    /// The computer woke up: looks at the time at once, not when its timer ends.
    void wakeUp();

    /// What must be kept for resume().
    [[nodiscard]] const Judge &judge() const;
    [[nodiscard]] const Verdict &verdict() const;
    [[nodiscard]] const Expectation &expectation() const;
    [[nodiscard]] const Observation &observation() const;
    /// Who and what is behind the revision that carries the image, once known.
    [[nodiscard]] const std::optional<RevisionMetadata> &commit() const;
    /// The error that ended it before the first good answer (exit code 5 or 7), if one did.
    [[nodiscard]] const std::optional<Error> &startError() const;
    /// The last log lines of the failing pod's container, where the account may read them; for `explain` and verdicts.
    [[nodiscard]] const std::vector<LogLine> &lastLogLines() const;
    /// Why they could not be read, if they were asked for and refused (Forbidden: the project gives no right to logs).
    [[nodiscard]] const std::optional<Error> &logError() const;
    /// The application's project, once known.
    [[nodiscard]] const QString &project() const;

Q_SIGNALS:
    /// Stage, blocker, cause, pods or outcome changed. The last one has a final outcome.
    void verdictChanged(const Verdict &verdict);
    /// The application, its tree or its manifests say something new, or the verdict does: see observation().
    void observed();
    /// Exactly once.
    void finished(const Verdict &verdict);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lynceus
