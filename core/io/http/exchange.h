#pragma once

#include "core/io/clock.h"
#include "core/io/http/bodyreader.h"
#include "core/io/http/httpclient.h"
#include "core/io/http/transport.h"

#include <QFutureWatcher>
#include <QNetworkRequest>
#include <QPromise>
#include <QSslError>
#include <QTimer>

#include <memory>
#include <optional>

namespace lynceus {

/// The life of one GET, from the queue to its end. Owned by its HttpClient until it is over, then it goes by itself.
class Exchange final : public QObject
{
    Q_OBJECT
public:
    Exchange(Request request, QNetworkRequest prepared, QString correlationId, const Clock &clock, QObject *context,
             QObject *parent);
    ~Exchange() override;

    [[nodiscard]] QFuture<Result<Reply>> future() const;

    /// Hands it to the network; once, unless it is over.
    void send(QNetworkAccessManager &manager);
    /// Settles it as Cancelled.
    void cancel();

    [[nodiscard]] bool isSent() const { return m_reply != nullptr; }

Q_SIGNALS:
    /// It uses no connection any more; comes before the future settles.
    void over();

private:
    void takeHead();
    void readBody();
    void replyFinished();
    void conclude(TransportOutcome::Failure failure, const QString &detail);
    void settle(Result<Reply> result);
    void abandon();
    void release();

    Request m_request;
    QNetworkRequest m_prepared;
    QString m_asked;
    const Clock &m_clock;
    std::shared_ptr<QPromise<Result<Reply>>> m_promise; // outlives us while a continuation destroys us
    QFutureWatcher<Result<Reply>> m_watcher;
    QTimer m_inactivity;
    QTimer m_deadline;
    QNetworkReply *m_reply = nullptr; // deleted in release(), never in its own signals: those that settle are queued
    QList<QSslError> m_tlsErrors;
    std::optional<BodyReader> m_body; // from the head on
    Reply m_answer;
    bool m_over = false;
};

} // namespace lynceus
