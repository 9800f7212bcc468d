#pragma once

#include "core/domain/argocd/answer.h"
#include "core/domain/argocd/requests.h"
#include "core/domain/argocd/streamsplitter.h"
#include "core/io/clock.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/http/peercheck.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

namespace lynceus {

/// One server-sent event stream of one instance, on a manager of its own (a manager opens six connections per host:
/// requests must never wait behind streams). Destroying it closes the connection. It does not reconnect: whoever
/// owns it knows what must be read again first.
///
/// With a TokenSource it is opened with the newest token; a 401 renews that once and opens again.
///
/// Argo CD sends the head only with the first event or keepalive, up to 15 s after the request, and a keepalive every
/// 15 s: 45 s without a byte is a dead path.
class StreamConnection final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kSilenceLimit{45'000};

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
    void readBytes();
    void readFrames();
    void replyFinished();
    [[nodiscard]] bool opensAgain(int httpStatus);
    void fail(TransportOutcome::Failure failure, const QString &detail);
    void finish(const Error &error);
    void finishLater(Error error); // nobody expects a signal inside open()

    InstanceAccess m_access;
    ApiPath m_path;
    const Clock &m_clock;
    QNetworkAccessManager m_manager;
    QNetworkReply *m_reply =
        nullptr; // deleted in finish() and opensAgain(), never in its own signals: those that end it are queued
    QTimer m_watchdog;
    PeerCheck *m_peer = nullptr; // goes with the reply
    StreamSplitter m_splitter;
    QByteArray m_refusal; // body of a head that is no stream's: it says why
    std::optional<Instant> m_lastByteAt;
    quint64 m_tokenGeneration = 0;
    bool m_mayRenew = true;
    bool m_open = false;
    bool m_over = false;
};

} // namespace lynceus
