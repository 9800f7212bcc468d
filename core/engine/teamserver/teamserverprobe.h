#pragma once

#include "core/domain/teamserver/teamserver.h"
#include "core/engine/clients/answerpromise.h"
#include "core/io/http/requests/instanceaccess.h"

#include <QObject>

#include <functional>

namespace lynceus {

struct ApiPath;

/// What a team server reports about itself.
struct TeamServerFindings
{
    TeamServerKind kind = TeamServerKind::Lynceus;
    QString version;          ///< "lynceus 0.2.0", "0.15.0"; empty if only reported with a credential
    QString argoCdUrl;        ///< URL of its Argo CD server, or of the first of several; may be empty
    QString credentialHeader; ///< header for the given token; empty if none was given
    /// Whether its tasks can be read; SignInNeeded: not without a credential, or not with this one.
    Result<void> reading;
};

/// Whether an address whose probe as Argo CD failed with @p kind may be a team server: a server answers that is not
/// Argo CD.
[[nodiscard]] bool mayBeTeamServer(Error::Kind kind);

/// Recognises a team server by its answers and distinguishes `lynceus serve` from Argo Watcher. Sends no request that
/// is meant for Argo CD. If the configuration needs a credential too, the API description identifies `lynceus serve`.
/// Errors: those of /api/v1/config; Malformed and NotArgoCd if it is not a team server. Deletes itself after it has
/// settled, or with its context.
class TeamServerProbe final : public QObject
{
    Q_OBJECT
public:
    /// @p access: with gateway headers, and with the credential if its header is known. @p token: a credential whose
    /// header is not known yet; empty: none. It is sent once the kind is known.
    TeamServerProbe(InstanceAccess access, Secret token, QObject *context);

    [[nodiscard]] QFuture<Result<TeamServerFindings>> future() { return m_promise.future(); }
    void start();

private:
    using Take = std::function<void(const Result<QByteArray> &)>;
    void ask(const ApiPath &path, Take take);
    void askVersion();
    void askKind();
    void askDescription(const Error &refusal);
    void addCredential();
    void askTasks();
    void settle(Result<TeamServerFindings> result);

    InstanceAccess m_access;
    Secret m_token;
    AnswerPromise<Result<TeamServerFindings>> m_promise;
    TeamServerFindings m_findings;
};

} // namespace lynceus
