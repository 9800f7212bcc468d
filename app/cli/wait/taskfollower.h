#pragma once

#include "app/cli/output/watches/watchreport.h"
#include "core/io/teamserver/taskanswers.h"
#include "core/io/teamserver/taskserverclient.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <optional>

namespace lynceus {

/// Registers one task on a server and follows it until the server says that it has ended. What the server says is what
/// is reported: nothing is concluded here but that time is up, or that nobody knows.
class TaskFollower final : public QObject
{
    Q_OBJECT
public:
    /// @p client outlives this. @p report: as it is before anything is known. @p interval: between two polls.
    TaskFollower(TaskServerClient &client, WatchReport report, Duration interval, QObject *parent = nullptr);

    /// Later, once: registered() or refused().
    void enrol(TeamServerKind kind, const QJsonObject &submission);
    void lookNow();
    /// The deadline has passed: timed out as of what the server said last, aborted if it does not answer any more.
    void endLate();

    [[nodiscard]] const WatchReport &report() const { return m_report; }
    /// How long the server lets the task take altogether, as it says now; another client may extend that. Nothing from
    /// an Argo Watcher, which does not say it.
    [[nodiscard]] std::optional<Duration> allowed() const { return m_allowed; }
    [[nodiscard]] bool isRegistered() const { return !m_report.task->id.isEmpty(); }
    [[nodiscard]] bool hasEnded() const { return m_report.verdict.outcome != Outcome::Waiting; }

Q_SIGNALS:
    void registered();
    /// It is not registered, and trying again does not help.
    void refused(const lynceus::Error &error);
    void changed();
    /// Once.
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
    std::optional<Error> m_trouble; ///< since the last good answer
    int m_refusals = 0;             ///< in a row
    bool m_isAsking = false;
    bool m_isLastLook = false; ///< what is asked was asked at the deadline
};

} // namespace lynceus
