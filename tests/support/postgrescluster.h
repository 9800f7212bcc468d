#pragma once

#include "core/domain/tasks/databaseaddress.h"

#include <QProcess>
#include <QTemporaryDir>

namespace lynceus::test {

/// A PostgreSQL server of its own, in a folder that goes with it, reachable by a socket in that folder only. As root it
/// runs as the user "postgres", because PostgreSQL refuses root.
class PostgresCluster final
{
public:
    PostgresCluster();
    ~PostgresCluster();

    /// Debian's package "postgresql" and Qt's driver are there.
    [[nodiscard]] static bool isInstalled();

    /// Waits until it answers; false, and a failure of the test, if it does not.
    [[nodiscard]] bool start();
    /// As a crash does: connections end at once.
    void kill();
    /// All its processes stand still until thaw(): connections stay, and nothing is answered.
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
