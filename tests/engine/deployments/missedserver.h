#pragma once

#include "tests/support/rawserver.h"

#include <QByteArray>

namespace lynceus::test {

/// A small Argo CD with one application, "web", over raw sockets: a test deploys to it, with or without telling the
/// stream.
class MissedServer final
{
public:
    MissedServer();

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    /// Requests of the application itself, and of commits.
    [[nodiscard]] int applicationReads() const { return m_applicationReads; }
    [[nodiscard]] int commitReads() const { return m_commitReads; }
    [[nodiscard]] int streams() const { return m_streams; }

    /// Version 1.@p version is deployed, healthy, and in the history; told to nobody.
    void deploy(int version);
    /// The stream says that the sync of version 1.@p version runs.
    void tellSync(int version);
    /// The stream says how the application is.
    void tell();
    void cutStreams() { m_server.finishAll(); }

    [[nodiscard]] static QByteArray revision(int version) { return QByteArray(39, 'a') + QByteArray::number(version); }

private:
    [[nodiscard]] QByteArray startOf(int version) const;
    [[nodiscard]] Script answer(const ReceivedRequest &request);
    [[nodiscard]] QByteArray application(bool isWhole, bool isRunning) const;
    [[nodiscard]] QByteArray history() const;
    void send(bool isRunning);

    Instant m_begin;   ///< of version 1.0: a moment ago, so that no deployment is out of time
    int m_version = 0; ///< that runs
    int m_syncing = 0; ///< that is synced last
    int m_change = 10; ///< resource version
    int m_applicationReads = 0;
    int m_commitReads = 0;
    int m_streams = 0;
    RawServer m_server;
};

} // namespace lynceus::test
