#pragma once

#include "core/domain/teamserver/teamserver.h"
#include "core/engine/clients/answerpromise.h"
#include "core/io/http/instanceaccess.h"

#include <QObject>

#include <functional>

namespace lynceus {

struct ApiPath;

/// What a team server says of itself.
struct TeamServerFindings
{
    TeamServerKind kind = TeamServerKind::Lynceus;
    QString version;          ///< "lynceus 0.2.0", "0.15.0"; empty: told only to those with a credential
    QString argoCdUrl;        ///< of the Argo CD that it asks, or the first of several; may be empty
    QString credentialHeader; ///< that the given token goes into; empty: none was given
    Result<void> reading;     ///< whether its tasks can be read; SignInNeeded: not without a (or with this) credential
};

/// An address that answered an Argo CD's probe with this may be a team server's: something answers, and not as an
/// Argo CD.
[[nodiscard]] bool mayBeTeamServer(Error::Kind kind);

/// Recognises a team server by its answers, and tells `lynceus serve` from Argo Watcher. Asks for nothing of Argo CD.
/// Where the configuration needs a credential, too, the description of its API tells that it is a `lynceus serve`.
/// Errors: those of /api/v1/config; Malformed and NotArgoCd if it is none. Deletes itself when it has settled, and dies
/// with its context.
class TeamServerProbe final : public QObject
{
    Q_OBJECT
public:
    /// @p access: with the headers for gateways, and with the credential if it is known where it goes. @p token: a
    /// credential of which that is not known yet; empty: none. It is sent once the kind is known.
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
