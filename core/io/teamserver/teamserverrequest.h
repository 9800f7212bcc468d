#pragma once

#include "core/domain/argocd/requests/requests.h"
#include "core/domain/time/time.h"
#include "core/io/http/requests/instanceaccess.h"
#include "core/io/http/transfers/bodyreader.h"
#include "core/io/http/transfers/transfer.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace lynceus {

/// One request to a team server on its own connection: a GET, or the POST of a new task. The headers of the access
/// contain the credential. Redirects are errors, so that it is never sent to another origin. Nothing is repeated:
/// posting a task twice would create two.
class TeamServerRequest final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kDeadline{15'000};
    static constexpr qint64 kBodyCap = 16 * 1024 * 1024; ///< bytes; 1,000 tasks with long reasons have some MiB

    TeamServerRequest(InstanceAccess access, ApiPath path, QObject *parent = nullptr, Duration deadline = kDeadline);
    ~TeamServerRequest() override;

    /// Sends the GET. Call once.
    void get();
    /// Sends @p body as a new task. Call once.
    void post(const QByteArray &body);

Q_SIGNALS:
    /// Emitted exactly once, never during get() or post(). Errors: those of classifyTeamServerAnswer(), and NotAllowed.
    void answered(const lynceus::Result<QByteArray> &body);

private:
    void send(Result<OutgoingRequest> request);
    void takeHead();
    void takeBody(QByteArrayView bytes);
    void transferFinished();
    void conclude(TransportOutcome::Failure failure, const QString &detail);
    void settle(const Result<QByteArray> &body);

    InstanceAccess m_access;
    ApiPath m_path;
    QString m_asked;
    Duration m_limit;
    QTimer m_deadline;
    std::unique_ptr<Transfer> m_transfer;
    std::optional<BodyReader> m_body; // from the response head on
    bool m_over = false;
};

} // namespace lynceus
