#pragma once

#include "tests/support/rawserver.h"

#include <QByteArray>

namespace lynceus::test {

/// A small Argo CD over raw sockets with one application, "web". A test deploys to it, with or without an event in the
/// stream.
class MissedServer final
{
public:
    MissedServer();

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    /// Number of requests for the application and for commits.
    [[nodiscard]] int applicationReads() const { return m_applicationReads; }
    [[nodiscard]] int commitReads() const { return m_commitReads; }
    [[nodiscard]] int streams() const { return m_streams; }

    /// Version 1.@p version becomes deployed, healthy and part of the history, without an event.
    void deploy(int version);
    /// Sends an event: the sync of version 1.@p version is running.
    void reportSync(int version);
    /// Sends an event with the current state of the application.
    void report();
    /// Requests for the whole application fail.
    void refuseReads(bool refused) { m_refuses = refused; }
    void cutStreams() { m_server.finishAll(); }

    [[nodiscard]] static QByteArray revision(int version) { return QByteArray(39, 'a') + QByteArray::number(version); }

private:
    [[nodiscard]] QByteArray startOf(int version) const;
    [[nodiscard]] Script answer(const ReceivedRequest &request);
    [[nodiscard]] QByteArray application(bool isWhole, bool isRunning) const;
    [[nodiscard]] QByteArray history() const;
    void send(bool isRunning);

    Instant m_begin;   ///< start of version 1.0, a minute ago, so that no deployment times out
    int m_version = 0; ///< the running version
    int m_syncing = 0; ///< the last synced version
    int m_change = 10; ///< resource version
    int m_applicationReads = 0;
    int m_commitReads = 0;
    int m_streams = 0;
    bool m_refuses = false;
    RawServer m_server;
};

} // namespace lynceus::test
