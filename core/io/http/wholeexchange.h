#pragma once

#include "core/domain/base/time.h"
#include "core/io/clock.h"
#include "core/io/http/transfer.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace lynceus {

/// Any answer with a status, whole. Redirects are not followed and count as what they are.
struct WholeAnswer
{
    int httpStatus = 0;
    HttpHeaders headers;
    QByteArray body;
    std::optional<Instant> serverTime; ///< the `Date` header
    Instant answeredAt{};              ///< our clock
};

/// How long the server wants to be left alone (`Retry-After`, seconds or a date), at most 5 min.
[[nodiscard]] std::optional<Duration> retryAfterIn(const WholeAnswer &answer);

struct WholeLimits
{
    Duration deadline{30'000};    ///< from the first byte that is sent to the last that comes
    qint64 bodyCap = 1024 * 1024; ///< bytes
    bool needsBody = true;        ///< false: the head decides, and the rest is not waited for
    bool isAddressSecret = false; ///< errors name hosts: then none is logged
};

/// One request on a connection of its own, which is closed afterwards: for sign-in, task servers and webhooks. Never
/// repeated, never redirected, bounded in time and size. What comes back with an error status is cleaned of every
/// secret that was sent.
class WholeExchange final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<WholeAnswer>)>;

    /// Sends it; the exchange is @p parent's and deletes itself at its end. @p asked: safe to show. @p answer comes
    /// once, later, unless @p context or @p parent died. Errors: Unreachable, TimedOut, Certificate, TooLarge: no whole
    /// answer came.
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

    std::unique_ptr<Transfer> m_transfer; ///< null: it is over
    QString m_asked;
    WholeLimits m_limits;
    const Clock &m_clock;
    QPointer<QObject> m_context;
    Answer m_answer;
    QTimer m_deadline;
    QByteArray m_body;
};

} // namespace lynceus
