#pragma once

#include "core/replay/server/brokenanswer.h"
#include "core/replay/server/replayplayer.h"
#include "core/replay/server/replaystream.h"

#include <QObject>
#include <QTcpSocket>

namespace lynceus {

/// One connection of the replay server: reads requests, writes answers, streams and faults.
class ReplayConnection final : public QObject
{
    Q_OBJECT
public:
    /// Takes ownership of the socket.
    ReplayConnection(QTcpSocket *socket, ReplayPlayer &player, QObject *parent);

    /// Call as time passes: sends frames, keepalives, slow bytes, and faults of an open stream.
    void advance();
    /// Sends RST and nothing else.
    void reset();
    [[nodiscard]] bool isStreaming() const { return m_stream.has_value(); }

Q_SIGNALS:
    void requestArrived(const QByteArray &method, const QString &target, const QString &path);
    void closed();

private:
    void read();
    void answer(const HttpRequest &request);
    void breakAnswer(const HttpRequest &request, const ReplayPlayer::Target &target, Fault::Kind kind);
    void write(const HttpResponse &response, bool keepAlive);
    void carryOut(const WirePlan &plan);
    void openStream(const HttpRequest &request, const ReplayPlayer::Target &target);
    void writeFrames(const std::vector<QByteArray> &frames);
    void writeStreamBytes(const QByteArray &bytes);
    [[nodiscard]] QByteArray takeStreamHead();
    [[nodiscard]] bool isFaulty(Fault::Kind kind) const;
    bool breakStream();
    void cutFrame(WirePlan::End end);
    void dribble();
    void finish();

    ReplayPlayer &m_player;
    QTcpSocket *m_socket;
    QByteArray m_incoming;
    RequestParser m_parser;
    bool m_deaf = false; ///< no further request is read: a stream, a hang or the end
    int m_faultsMade = 0;

    std::optional<ReplayStream> m_stream;
    QString m_streamPath;
    bool m_asEvents = true;
    bool m_headSent = false; ///< Argo CD sends the head with the first event or keepalive
    int m_round = 0;
    Duration m_lastByte{}; ///< steady clock

    QByteArray m_slow;
    Duration m_slowSince{}; ///< steady clock
    qint64 m_slowSent = 0;
};

} // namespace lynceus
