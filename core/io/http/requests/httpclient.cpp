#include "core/io/http/requests/httpclient.h"

#include "core/io/http/requests/exchange.h"
#include "core/io/http/requests/networkrequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Like browsers: more would not be faster, and gateways have limits.
constexpr std::ptrdiff_t kRequestsAtOnce = 6;

QFuture<Result<Reply>> settledWith(Error error)
{
    return QtFuture::makeReadyFuture(Result<Reply>(tl::unexpected(std::move(error))));
}

} // namespace

HttpClient::HttpClient(InstanceAccess access, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_access(std::move(access))
    , m_clock(clock)
{ }

HttpClient::~HttpClient()
{
    m_closing = true; // continuations may send further requests
    const auto rest = m_exchanges;
    std::vector<QPointer<Exchange>> alive(rest.begin(), rest.end());
    for (const auto &exchange : alive) {
        if (exchange)
            exchange->cancel();
    }
}

QFuture<Result<Reply>> HttpClient::get(const Request &request, QObject *context)
{
    Q_ASSERT(context && context->thread() == thread());
    if (m_closing)
        return settledWith({Error::Kind::Cancelled, askedText(request.path), u"Lynceus is quitting"_s, false, 0});
    const auto correlationId = newCorrelationId();
    auto prepared = networkRequest(m_access, request.path, Accepted::Json, correlationId);
    if (!prepared)
        return settledWith(std::move(prepared.error()));

    auto *exchange = new Exchange(request, QString::fromLatin1(correlationId), m_clock, m_access.memory, context, this);
    const auto future = exchange->future();
    m_exchanges.push_back(exchange);
    connect(exchange, &Exchange::over, this, [this, exchange] {
        std::erase(m_exchanges, exchange);
        sendWaiting();
    });
    if (!m_access.tokens) {
        exchange->prepare(*std::move(prepared));
        sendWaiting();
        return future;
    }
    exchange->holdFirstRefusal();
    connect(exchange, &Exchange::refused, this, [this, exchange](quint64 generation) {
        takeToken(exchange, generation);
        sendWaiting(); // its connection is free meanwhile
    });
    connect(exchange, &Exchange::tokenCame, this, [this](quint64 generation, const QByteArray &token) {
        m_access.tokens->takeRenewed(generation, Secret(QByteArray(token)));
    });
    takeToken(exchange, std::nullopt);
    return future;
}

void HttpClient::takeToken(Exchange *exchange, std::optional<quint64> refused)
{
    m_access.tokens->ask(refused, exchange, [this, exchange](Result<BearerToken> token) {
        if (!token) {
            exchange->fail(std::move(token.error()));
            return;
        }
        auto prepared = networkRequest(withToken(m_access, std::move(token->value)), exchange->request().path,
                                       Accepted::Json, exchange->correlationId().toLatin1());
        if (!prepared) {
            exchange->fail(std::move(prepared.error()));
            return;
        }
        exchange->prepare(*std::move(prepared), token->generation);
        sendWaiting();
    });
}

void HttpClient::sendWaiting()
{
    if (m_closing)
        return;
    auto underWay = std::ranges::count_if(m_exchanges, &Exchange::isSent);
    for (auto *exchange : m_exchanges) {
        if (underWay >= kRequestsAtOnce)
            break;
        if (!exchange->isReady())
            continue;
        exchange->send(m_pool);
        ++m_sent;
        ++underWay;
    }
}

} // namespace lynceus
