#pragma once

#include "core/domain/argocd/answer.h"
#include "core/domain/argocd/requests.h"
#include "core/domain/base/time.h"
#include "core/io/clock.h"
#include "core/io/http/connectionpool.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/http/packedanswer.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace lynceus {

class Exchange;
class MemoryShare;

/// One GET. The defaults fit Argo CD's small answers.
struct Request
{
    ApiPath path;
    Duration inactivity{20'000};            ///< silence that ends it, from when it is sent
    Duration deadline{60'000};              ///< total time, waiting for a free connection included
    qint64 bodyCap = 64LL * 1024 * 1024;    ///< bytes after decompression, checked while they arrive
    BodyForm bodyForm = BodyForm::OneValue; ///< logs come as lines
    bool unpacksLater = false; ///< a successful body that comes packed is Reply::packed, for another thread to read
};

struct Reply
{
    QByteArray body; ///< whole and complete JSON: see classifyAnswer(); has spare capacity for simdjson's padding
    std::optional<PackedAnswer> packed; ///< then the body is in it, and nobody has looked at it yet
    std::optional<Instant> serverTime;  ///< the `Date` header
    Instant askedAt{};                  ///< our clock, when the request was sent
    Instant answeredAt{};               ///< our clock, when its last byte came
    QString correlationId;              ///< X-Request-ID that we sent
    std::shared_ptr<MemoryShare> share; ///< of the budget, as long as the body is there; null: there is no budget
};

/// Sends GETs to one instance. HTTP/1.1, gzip, no cookies, no cache, redirects never followed
/// (an answer that redirects is NotArgoCd, its message names the place without credentials).
///
/// At most six requests are under way, the others wait their turn. Connections are kept for the next ones.
///
/// With a TokenSource each request takes the newest token when it is its turn; one that is refused with 401 is held,
/// the token renewed once for all, and the request sent again with the newer one, once.
///
/// Each request settles exactly once, cancellation included; when its context dies, or its future is cancelled, it is
/// aborted and nothing is delivered (the future is cancelled, without a result). Destroying the client settles the rest
/// as Cancelled. Futures settle in the client's thread, where the context must live.
/// Errors: all kinds of Error but BadInput.
class HttpClient final : public QObject
{
    Q_OBJECT
public:
    HttpClient(InstanceAccess access, const Clock &clock, QObject *parent = nullptr);
    ~HttpClient() override;

    [[nodiscard]] QFuture<Result<Reply>> get(const Request &request, QObject *context);

    [[nodiscard]] const InstanceAccess &access() const { return m_access; }

    /// Requests sent so far, repeated ones included, for tests and the budget in docs/performance.md.
    [[nodiscard]] int sentRequests() const { return m_sent; }
    /// Nothing is under way and nothing waits, for tests with a time of their own.
    [[nodiscard]] bool isIdle() const { return m_exchanges.empty(); }

private:
    void takeToken(Exchange *exchange, std::optional<quint64> refused);
    void sendWaiting();

    InstanceAccess m_access;
    const Clock &m_clock;
    ConnectionPool m_pool;
    std::vector<Exchange *> m_exchanges; // under way or waiting, in the order in which they were asked for
    int m_sent = 0;
    bool m_closing = false;
};

} // namespace lynceus
