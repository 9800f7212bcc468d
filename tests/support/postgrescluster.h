#pragma once

#include "core/domain/tasks/databaseaddress.h"

#include <QProcess>
#include <QTemporaryDir>

namespace lynceus::test {

/// A private PostgreSQL server in a temporary folder, reachable only by a socket there. Under root, it runs as the user
/// "postgres", because PostgreSQL refuses root.
class PostgresCluster final
{
public:
    PostgresCluster();
    ~PostgresCluster();

    /// True if Debian's package "postgresql" and Qt's driver are installed.
    [[nodiscard]] static bool isInstalled();

    /// Waits until it responds; otherwise returns false and fails the test.
    [[nodiscard]] bool start();
    /// Simulates a crash: connections end at once.
    void kill();
    /// Stops all its processes until thaw(): connections stay open without responses.
    void freeze();
    void thaw();

    [[nodiscard]] DatabaseAddress address() const;

private:
    void run(QProcess &process, const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QProcess m_server;
    QList<qint64> m_frozen; ///< process ids
};

} // namespace lynceus::test
