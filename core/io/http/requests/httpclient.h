#pragma once

#include "core/domain/argocd/requests/requests.h"
#include "core/domain/argocd/responses/answer.h"
#include "core/domain/time/time.h"
#include "core/io/clock.h"
#include "core/io/http/connections/connectionpool.h"
#include "core/io/http/requests/instanceaccess.h"
#include "core/io/http/transfers/packedanswer.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace lynceus {

class Exchange;
class MemoryShare;

/// One GET. The defaults suit Argo CD's small answers.
struct Request
{
    ApiPath path;
    Duration inactivity{20'000};            ///< maximum silence, from when it is sent
    Duration deadline{60'000};              ///< total time, including the wait for a free connection
    qint64 bodyCap = 64LL * 1024 * 1024;    ///< bytes after decompression, checked as they arrive
    BodyForm bodyForm = BodyForm::OneValue; ///< logs are sent as lines
    /// A successful compressed body becomes Reply::packed, to be decompressed in another thread.
    bool unpacksLater = false;
};

struct Reply
{
    QByteArray body; ///< complete JSON, see classifyAnswer(); with spare capacity for simdjson's padding
    std::optional<PackedAnswer> packed; ///< if set, contains the body, which was not checked yet
    std::optional<Instant> serverTime;  ///< the `Date` header
    Instant askedAt{};                  ///< our clock, when the request was sent
    Instant answeredAt{};               ///< our clock, when the last byte arrived
    QString correlationId;              ///< the X-Request-ID that we sent
    std::shared_ptr<MemoryShare> share; ///< of the budget, while the body exists; null without a budget
};

/// Sends GET requests to one instance: HTTP/1.1, gzip, no cookies, no cache. Redirects are never followed: they are
/// NotArgoCd, with the target without credentials in the message.
///
/// At most six requests are in progress, others wait. Connections are reused.
///
/// With a TokenSource, each request takes the newest token when it is sent. After a 401, the request is held, the token
/// renewed once for all requests, and the request sent once more with the newer token.
///
/// Each request settles exactly once, also when cancelled. If its context is destroyed or its future cancelled, it is
/// aborted and delivers nothing (the future is cancelled, without a result). Destroying the client settles the rest as
/// Cancelled. Futures settle in the client's thread, in which the context must live. Errors: all kinds except BadInput.
class HttpClient final : public QObject
{
    Q_OBJECT
public:
    HttpClient(InstanceAccess access, const Clock &clock, QObject *parent = nullptr);
    ~HttpClient() override;

    [[nodiscard]] QFuture<Result<Reply>> get(const Request &request, QObject *context);

    [[nodiscard]] const InstanceAccess &access() const { return m_access; }

    /// Number of requests sent, including repeated ones; for tests and the budget in docs/performance.md.
    [[nodiscard]] int sentRequests() const { return m_sent; }
    /// No request is in progress or waiting; for tests with their own clock.
    [[nodiscard]] bool isIdle() const { return m_exchanges.empty(); }

private:
    void takeToken(Exchange *exchange, std::optional<quint64> refused);
    void sendWaiting();

    InstanceAccess m_access;
    const Clock &m_clock;
    ConnectionPool m_pool;
    std::vector<Exchange *> m_exchanges; // in progress or waiting, in the order of the calls
    int m_sent = 0;
    bool m_closing = false;
};

} // namespace lynceus
