#pragma once

#include "core/io/clock.h"
#include "core/io/http/requests/httpclient.h"
#include "core/io/http/transfers/bodyreader.h"
#include "core/io/http/transfers/memorybudget.h"
#include "core/io/http/transfers/transfer.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QTimer>

#include <memory>
#include <optional>

namespace lynceus {

/// One GET, from the queue to its end. Owned by its HttpClient, deletes itself when it is over.
class Exchange final : public QObject
{
    Q_OBJECT
public:
    /// @p memory: null without a budget.
    Exchange(Request request, QString correlationId, const Clock &clock, std::shared_ptr<MemoryBudget> memory,
             QObject *context, QObject *parent);
    ~Exchange() override;

    [[nodiscard]] QFuture<Result<Reply>> future() const;

    /// Makes it ready to be sent with this token; call again after refused().
    void prepare(OutgoingRequest prepared, quint64 tokenGeneration = 0);
    /// The first 401 then emits refused() instead of settling.
    void holdFirstRefusal() { m_holdsRefusal = true; }
    /// Settles with @p error, unless it is over.
    void fail(Error error);
    /// Sends it once it is ready, unless it is over.
    void send(ConnectionPool &pool);
    /// Settles as Cancelled.
    void cancel();

    [[nodiscard]] bool isSent() const { return m_transfer != nullptr; }
    [[nodiscard]] bool isReady() const { return m_prepared && !m_transfer && !m_over; }
    [[nodiscard]] const Request &request() const { return m_request; }
    [[nodiscard]] const QString &correlationId() const { return m_correlationId; }

Q_SIGNALS:
    /// It has released its connection; emitted before the future settles.
    void over();
    /// The server refused the token; waits for prepare() or fail() without using a connection.
    void refused(quint64 tokenGeneration);
    /// The answer contained a newer token.
    void tokenCame(quint64 tokenGeneration, const QByteArray &token);

private:
    void takeHead();
    void takeBody(QByteArrayView bytes);
    void endForOthers();
    void transferFinished();
    void conclude(TransportOutcome::Failure failure, const QString &detail);
    [[nodiscard]] bool holdsBack(TransportOutcome outcome);
    void deliver();
    void settle(Result<Reply> result);
    void abandon();
    void release();

    Request m_request;
    std::optional<OutgoingRequest> m_prepared;
    quint64 m_tokenGeneration = 0;
    QString m_correlationId;
    QString m_asked;
    const Clock &m_clock;
    std::shared_ptr<QPromise<Result<Reply>>> m_promise; // outlives this object if a continuation destroys it
    QFutureWatcher<Result<Reply>> m_watcher;
    QTimer m_inactivity;
    QTimer m_deadline;
    std::unique_ptr<Transfer> m_transfer;
    std::optional<BodyReader> m_body; // from the response head on
    std::shared_ptr<MemoryBudget> m_memory;
    std::shared_ptr<MemoryShare> m_share; // of the body
    Reply m_answer;
    bool m_holdsRefusal = false;
    std::optional<Error> m_gatewayRefusal; ///< the held refusal of a gateway, which a token for Argo CD cannot fix
    bool m_over = false;
};

} // namespace lynceus
