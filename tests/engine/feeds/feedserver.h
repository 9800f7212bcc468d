#pragma once

#include "tests/support/rawserver.h"

#include <QByteArray>

#include <map>
#include <memory>

namespace lynceus::test {

/// A small Argo CD over raw sockets with version, user, list and stream. A test changes its applications.
class FeedServer final
{
public:
    FeedServer();

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    [[nodiscard]] RawServer &wire() { return m_server; }
    [[nodiscard]] int lists() const { return m_lists; }
    [[nodiscard]] int streams() const { return m_streams; }
    [[nodiscard]] const QList<QByteArray> &paths() const { return m_paths; }

    /// Changes the next list, without an event.
    void set(const QByteArray &name, const QByteArray &health);
    void remove(const QByteArray &name);
    /// Changes the list and sends an event.
    void report(const QByteArray &name, const QByteArray &health);
    void reportDeleted(const QByteArray &name);
    void cutStreams() { m_server.finishAll(); }

    Script listAnswer = {};   ///< replaces the list unless empty
    Script streamAnswer = {}; ///< replaces the stream unless empty

private:
    [[nodiscard]] Script answer(const ReceivedRequest &request);
    [[nodiscard]] QByteArray item(const QByteArray &name, bool listed) const;
    [[nodiscard]] QByteArray list() const;
    void send(const QByteArray &type, const QByteArray &name);

    struct State
    {
        QByteArray health;
        int uid;
        int version;
    };
    std::map<QByteArray, State> m_applications;
    QList<QByteArray> m_paths;
    int m_version = 10;
    int m_lists = 0;
    int m_streams = 0;
    RawServer m_server;
};

/// A JSON answer after which the connection is closed.
[[nodiscard]] Script jsonAnswer(const QByteArray &body, const QByteArray &status = "200 OK");

} // namespace lynceus::test
