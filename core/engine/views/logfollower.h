#pragma once

#include "core/engine/clients/argocdclient.h"
#include "core/io/http/streamconnection.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace lynceus {

/// Follows the log of one container: the last lines first, then each as it is written. A path that breaks is opened
/// again, and the lines that come twice then are left out. Lines come in batches of at most kBatch, so that a container
/// that writes much does not keep anybody busy for long.
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
    /// Once; nothing comes afterwards. No error: the container ended.
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
    std::optional<Instant> m_newest; ///< of the lines that were told
    int m_atNewest = 0;              ///< how many of them had this time: clocks of lines are coarse
    int m_repeated = 0;              ///< the same after opening again
    int m_failures = 0;
    Duration m_openedAt{0};
    bool m_reopened = false;
    bool m_over = false;
};

} // namespace lynceus
