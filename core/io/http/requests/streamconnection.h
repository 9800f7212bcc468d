#pragma once

#include "core/domain/argocd/requests/requests.h"
#include "core/domain/argocd/responses/answer.h"
#include "core/domain/argocd/responses/streamsplitter.h"
#include "core/io/clock.h"
#include "core/io/http/requests/instanceaccess.h"
#include "core/io/http/transfers/memorybudget.h"
#include "core/io/http/transfers/transfer.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace lynceus {

/// One server-sent event stream of an instance, on its own connection, so that requests do not wait behind streams.
/// Destroying it closes the connection at once. Does not reconnect: the owner knows what must be read again first.
///
/// With a TokenSource, it is opened with the newest token; a 401 renews the token once and opens it again.
///
/// Argo CD sends the head only with the first event or keepalive, up to 15 s after the request, and a keepalive every
/// 15 s: after 45 s without a byte the connection counts as dead, and so does an event that does not end within three
/// times that.
///
/// A server that sends faster than events are taken is slowed down: the rest waits in the network, and the event loop
/// runs every few milliseconds. Keepalives that arrive together are reported once.
class StreamConnection final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kSilenceLimit{45'000};
    static constexpr int kFramesPerTurn = 128; ///< frames per iteration of the event loop
    static constexpr Duration kTurn{10};       ///< maximum time for them

    StreamConnection(const InstanceAccess &access, const ApiPath &path, const Clock &clock, QObject *parent = nullptr,
                     Duration silenceLimit = kSilenceLimit);
    ~StreamConnection() override;

    /// Sends the request. Call once.
    void open();

    /// Our clock: time of the last byte; empty before the first.
    [[nodiscard]] std::optional<Instant> lastByteAt() const { return m_lastByteAt; }

Q_SIGNALS:
    /// The head of an event stream arrived. @p serverTime: from `Date`, if any.
    void opened(std::optional<Instant> serverTime);
    /// JSON text of one event, `{"result":…}` or `{"error":…}`.
    void frameArrived(const QByteArray &payload);
    void keepaliveArrived();
    /// Emitted exactly once, unless it is destroyed first. An ordinary end of stream is Unreachable "the stream ended".
    void ended(const Error &error);

private:
    void takeToken(std::optional<quint64> refused);
    void send(const Secret &token);
    void takeHead();
    void takeBytes(QByteArrayView bytes);
    void takeRefusal(QByteArrayView bytes);
    void takeFrames(QByteArrayView bytes);
    void endForOthers();
    void reportFrames();
    void transferFinished();
    [[nodiscard]] bool opensAgain(TransportOutcome outcome);
    void fail(TransportOutcome::Failure failure, const QString &detail);
    void finish(const Error &error);
    void finishLater(Error error); // avoids a signal during open()

    InstanceAccess m_access;
    ApiPath m_path;
    const Clock &m_clock;
    std::unique_ptr<Transfer> m_transfer;
    QTimer m_watchdog;
    QTimer m_eventLimit; // for an incomplete event
    QTimer m_tellAgain;  // for the remaining frames, in the next iteration of the event loop
    StreamSplitter m_splitter;
    MemoryShare m_share;               // of the incomplete event
    std::deque<StreamFrame> m_frames;  // from the last read, not reported yet
    std::optional<Error> m_splitError; // reported after m_frames
    QByteArray m_refusal;              // body of a response that is not a stream, with the reason
    std::optional<Instant> m_lastByteAt;
    quint64 m_tokenGeneration = 0;
    bool m_mayRenew = true;
    std::optional<Error> m_gatewayRefusal; ///< of the previous 401, which a token for Argo CD cannot fix
    bool m_open = false;
    bool m_over = false;
};

} // namespace lynceus
