#pragma once

#include "core/domain/argocd/requests/requests.h"
#include "core/domain/time/time.h"
#include "core/io/clock.h"
#include "core/io/http/requests/instanceaccess.h"
#include "core/io/http/transfers/bodyreader.h"
#include "core/io/http/transfers/transfer.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace lynceus {

/// The answer to a request without credentials, with all data about the connection.
struct OpenAnswer
{
    Result<QByteArray> body;       ///< result of classifyAnswer()
    QByteArray location;           ///< of a redirect, which is not followed
    QSslCertificate certificate{}; ///< presented by the server; null without a handshake
    QString certificateProblem;    ///< why it is not trusted; empty if it is trusted or pinned
    std::optional<Instant> serverTime;
    Instant askedAt{};
    Instant answeredAt{};
};

/// One GET without a token on its own connection, to find out whether an address is an Argo CD server and what it
/// reports. Sends the gateway headers and the client certificate of the access, not its token. Redirects are reported,
/// not followed.
class AnonymousRequest final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kDeadline{15'000}; ///< the user waits for it

    AnonymousRequest(InstanceAccess access, ApiPath path, const Clock &clock, QObject *parent = nullptr);
    ~AnonymousRequest() override;

    /// Sends the request. Call once.
    void ask();

Q_SIGNALS:
    /// Emitted exactly once, never during ask().
    void answered(const lynceus::OpenAnswer &answer);

private:
    void takeHead();
    void takeBody(QByteArrayView bytes);
    void transferFinished();
    void conclude(TransportOutcome::Failure failure, const QString &detail);
    void settle(Result<QByteArray> body);

    InstanceAccess m_access;
    ApiPath m_path;
    const Clock &m_clock;
    QTimer m_deadline;
    std::unique_ptr<Transfer> m_transfer;
    std::optional<BodyReader> m_body; // from the response head on
    Instant m_askedAt{};
    bool m_over = false;
};

} // namespace lynceus
