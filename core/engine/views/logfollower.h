#pragma once

#include "core/engine/clients/argocdclient.h"
#include "core/io/http/requests/streamconnection.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace lynceus {

/// Follows the log of one container: first the last lines, then new ones. Reopens a broken connection and drops the
/// lines that arrive twice. Emits batches of at most kBatch lines, so that a container with much output does not block
/// the receiver.
class LogFollower final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kBatch = 500;

    LogFollower(const InstanceAccess &access, const ApplicationKey &key, const QString &project, LogQuery query,
                const Clock &clock, QObject *parent);
    ~LogFollower() override;

    void open();

Q_SIGNALS:
    void linesArrived(const std::vector<lynceus::LogLine> &lines);
    /// Emitted once, as the last signal. No error: the container ended.
    void ended(const std::optional<lynceus::Error> &error);

private:
    void takeFrame(const QByteArray &payload);
    [[nodiscard]] bool cameBefore(const LogLine &line);
    void takeBreak(const Error &error);
    void flush();
    void end(const std::optional<Error> &error);

    InstanceAccess m_access;
    ApplicationKey m_key;
    QString m_project;
    LogQuery m_query;
    const Clock &m_clock;
    Decoder m_decoder;
    std::unique_ptr<StreamConnection> m_connection;
    std::vector<LogLine> m_waiting;
    QTimer m_flush;
    QTimer m_again;
    std::optional<Instant> m_newest; ///< of the emitted lines
    int m_atNewest = 0;              ///< number of emitted lines with this timestamp; timestamps are coarse
    int m_repeated = 0;              ///< number of them received again after reopening
    int m_failures = 0;
    Duration m_openedAt{0};
    bool m_reopened = false;
    bool m_over = false;
};

} // namespace lynceus
