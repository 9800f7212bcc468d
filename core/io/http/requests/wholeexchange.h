#pragma once

#include "core/domain/time/time.h"
#include "core/io/clock.h"
#include "core/io/http/transfers/transfer.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace lynceus {

/// A complete answer with any status. Redirects are not followed.
struct WholeAnswer
{
    int httpStatus = 0;
    HttpHeaders headers;
    QByteArray body;
    std::optional<Instant> serverTime; ///< the `Date` header
    Instant answeredAt{};              ///< our clock
};

/// How long the server asks to wait (`Retry-After`, seconds or a date), at most 5 min.
[[nodiscard]] std::optional<Duration> retryAfterIn(const WholeAnswer &answer);

struct WholeLimits
{
    Duration deadline{30'000};    ///< from the first byte sent to the last byte received
    qint64 bodyCap = 1024 * 1024; ///< bytes
    bool needsBody = true;        ///< false: only the head is needed, the body is not awaited
    bool isAddressSecret = false; ///< errors contain host names, so they are not logged then
};

/// One request on its own connection, which is closed afterwards: for sign-in, task servers and webhooks. Never
/// repeated or redirected; limited in time and size. Removes all sent secrets from the answer if it has an error
/// status.
class WholeExchange final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<WholeAnswer>)>;

    /// Sends the request; the exchange belongs to @p parent and deletes itself at its end. @p asked: safe to show.
    /// Calls @p answer once, later, unless @p context or @p parent was destroyed. Errors: Unreachable, TimedOut,
    /// Certificate, TooLarge: no complete answer arrived.
    static void send(OutgoingRequest request, const QString &asked, const WholeLimits &limits, const Clock &clock,
                     QObject *context, Answer answer, QObject *parent);
    ~WholeExchange() override;

private:
    WholeExchange(OutgoingRequest request, QString asked, const WholeLimits &limits, const Clock &clock,
                  QObject *context, Answer answer, QObject *parent);
    void takeHead();
    void takeBody(QByteArrayView bytes);
    void finish();
    void settleWith(const ResponseHead &head);
    void end(Error::Kind kind, const QString &message);
    void settle(Result<WholeAnswer> result);

    std::unique_ptr<Transfer> m_transfer; ///< null: over
    QString m_asked;
    WholeLimits m_limits;
    const Clock &m_clock;
    QPointer<QObject> m_context;
    Answer m_answer;
    QTimer m_deadline;
    QByteArray m_body;
};

} // namespace lynceus
