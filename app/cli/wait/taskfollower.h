#pragma once

#include "app/cli/output/watches/watchreport.h"
#include "core/io/teamserver/taskanswers.h"
#include "core/io/teamserver/taskserverclient.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <optional>

namespace lynceus {

/// Registers one task on a server and follows it until the server reports its end. Reports what the server responds,
/// except for two outcomes that are decided here: the deadline has passed, or the state is unknown.
class TaskFollower final : public QObject
{
    Q_OBJECT
public:
    /// @p client must outlive this. @p report: the initial state. @p interval: between two polls.
    TaskFollower(TaskServerClient &client, WatchReport report, Duration interval, QObject *parent = nullptr);

    /// Emits registered() or refused() later, once.
    void enrol(TeamServerKind kind, const QJsonObject &submission);
    void checkNow();
    /// The deadline has passed: TimedOut with the server's last state, or Aborted if it does not respond any more.
    void endLate();

    [[nodiscard]] const WatchReport &report() const { return m_report; }
    /// How long the task may take as reported by the server: its timeout, which another client may extend, and the bake
    /// time once the version runs. Empty for Argo Watcher, which does not report it.
    [[nodiscard]] std::optional<Duration> allowed() const { return m_allowed; }
    [[nodiscard]] bool isRegistered() const { return !m_report.task->id.isEmpty(); }
    [[nodiscard]] bool hasEnded() const { return m_report.verdict.outcome != Outcome::Waiting; }

Q_SIGNALS:
    void registered();
    /// The task is not registered, and a retry would not help.
    void refused(const lynceus::Error &error);
    void changed();
    /// Emitted once.
    void ended();

private:
    void poll();
    [[nodiscard]] Result<void> take(const WholeAnswer &answer);
    [[nodiscard]] Result<void> takeStatus(const QByteArray &body);
    [[nodiscard]] Result<void> takeVerdict(const QByteArray &body);
    void takeError(const Error &error);
    void takeTrouble(const Error &error);
    void end(Outcome outcome, const Error &error);

    TaskServerClient &m_client;
    WatchReport m_report;
    Duration m_interval;
    TeamServerKind m_kind = TeamServerKind::ArgoWatcher;
    QTimer m_next;
    std::optional<Duration> m_allowed;
    std::optional<Error> m_trouble; ///< error since the last successful response
    int m_refusals = 0;             ///< consecutive refusals
    bool m_isAsking = false;
    bool m_isLastCheck = false; ///< the pending request was sent at the deadline
};

} // namespace lynceus
