#pragma once

#include "core/domain/argocd/answer.h"
#include "core/domain/argocd/requests.h"
#include "core/domain/argocd/streamsplitter.h"
#include "core/io/clock.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/http/memorybudget.h"
#include "core/io/http/transfer.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace lynceus {

/// One server-sent event stream of one instance, on a connection of its own: requests must never wait behind streams.
/// Destroying it closes the connection at once. It does not reconnect: whoever owns it knows what must be read again
/// first.
///
/// With a TokenSource it is opened with the newest token; a 401 renews that once and opens again.
///
/// Argo CD sends the head only with the first event or keepalive, up to 15 s after the request, and a keepalive every
/// 15 s: 45 s without a byte is a dead path, and so is an event that does not end within three times that.
///
/// A server that sends faster than its events are taken is slowed down: what is not taken waits in the network, and the
/// event loop has its turn every few milliseconds. Keepalives that come together are told once.
class StreamConnection final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kSilenceLimit{45'000};
    static constexpr int kFramesPerTurn = 128; ///< frames told until the event loop goes on
    static constexpr Duration kTurn{10};       ///< and how long it may take to tell them

    StreamConnection(const InstanceAccess &access, const ApiPath &path, const Clock &clock, QObject *parent = nullptr,
                     Duration silenceLimit = kSilenceLimit);
    ~StreamConnection() override;

    /// Sends the request; once.
    void open();

    /// Our clock: when the last byte came; nothing before the first.
    [[nodiscard]] std::optional<Instant> lastByteAt() const { return m_lastByteAt; }

Q_SIGNALS:
    /// The head came and is that of an event stream. @p serverTime from `Date` if there is one.
    void opened(std::optional<Instant> serverTime);
    /// The JSON text of one event, `{"result":…}` or `{"error":…}`.
    void frameArrived(const QByteArray &payload);
    void keepaliveArrived();
    /// Exactly once, unless it is destroyed first. A plain end of stream is Unreachable "the stream ended".
    void ended(const Error &error);

private:
    void takeToken(std::optional<quint64> refused);
    void send(const Secret &token);
    void takeHead();
    void takeBytes(QByteArrayView bytes);
    void takeRefusal(QByteArrayView bytes);
    void takeFrames(QByteArrayView bytes);
    void endForOthers();
    void tellFrames();
    void transferFinished();
    [[nodiscard]] bool opensAgain(TransportOutcome outcome);
    void fail(TransportOutcome::Failure failure, const QString &detail);
    void finish(const Error &error);
    void finishLater(Error error); // nobody expects a signal inside open()

    InstanceAccess m_access;
    ApiPath m_path;
    const Clock &m_clock;
    std::unique_ptr<Transfer> m_transfer;
    QTimer m_watchdog;
    QTimer m_eventLimit; // of an event that began and has not ended
    QTimer m_tellAgain;  // frames that are left for the next round of the event loop
    StreamSplitter m_splitter;
    MemoryShare m_share;               // of the event that has begun
    std::deque<StreamFrame> m_frames;  // not told yet: what one read brought
    std::optional<Error> m_splitError; // comes behind them
    QByteArray m_refusal;              // body of a head that is no stream's: it says why
    std::optional<Instant> m_lastByteAt;
    quint64 m_tokenGeneration = 0;
    bool m_mayRenew = true;
    std::optional<Error> m_gatewayRefusal; ///< of the 401 before: no token for Argo CD helps against it
    bool m_open = false;
    bool m_over = false;
};

} // namespace lynceus
