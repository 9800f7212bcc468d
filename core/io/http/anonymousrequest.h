#pragma once

#include "core/domain/argocd/requests.h"
#include "core/domain/base/time.h"
#include "core/io/clock.h"
#include "core/io/http/bodyreader.h"
#include "core/io/http/instanceaccess.h"
#include "core/io/http/transfer.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace lynceus {

/// What came back to a question that anybody may ask, and everything about the way there.
struct OpenAnswer
{
    Result<QByteArray> body;       ///< as classifyAnswer() says
    QByteArray location;           ///< of a redirect, not followed
    QSslCertificate certificate{}; ///< what the server showed; null if no handshake came about
    QString certificateProblem;    ///< why it is not trusted; empty if it is, or pinned
    std::optional<Instant> serverTime;
    Instant askedAt{};
    Instant answeredAt{};
};

/// One GET without a token, on a connection of its own: whether there is an Argo CD at an address, and what it says of
/// itself. The access' token is not sent; its gateway headers and its client certificate are. Redirects are told, not
/// followed.
class AnonymousRequest final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kDeadline{15'000}; ///< a person waits for it

    AnonymousRequest(InstanceAccess access, ApiPath path, const Clock &clock, QObject *parent = nullptr);
    ~AnonymousRequest() override;

    /// Sends it; once.
    void ask();

Q_SIGNALS:
    /// Exactly once, never inside of ask().
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
    std::optional<BodyReader> m_body; // from the head on
    Instant m_askedAt{};
    bool m_over = false;
};

} // namespace lynceus
