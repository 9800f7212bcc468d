#pragma once

#include "core/domain/model/applicationaddress.h"
#include "core/engine/clients/argocdclient.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace lynceus {

struct FoundApplication
{
    ApplicationKey key;
    QString project; ///< empty if missing in the response
};

/// Picks the only one of @p candidates that matches @p address. BadInput with all candidates as `NAMESPACE/NAME` if
/// several match, NotFound with the nearest names if none does.
[[nodiscard]] Result<FoundApplication> pickApplication(const std::vector<Application> &candidates,
                                                       const ApplicationAddress &address, const QString &instance);

/// Finds an application of an instance by name. Sends one request, or two if the first finds nothing or is forbidden.
///
/// Names are compared here, because the server's `name` filter returns only the first match: of two applications with
/// the same name in different namespaces, it would hide one.
class ApplicationFinder final : public QObject
{
    Q_OBJECT
public:
    explicit ApplicationFinder(ArgoCdClient &client, QObject *parent = nullptr);

    /// @param projects may be empty. Errors: as pickApplication() and ArgoCdClient; NotFound also if this account may
    /// not see the application; SignInNeeded if it is not found and the server ignores the token. Settles exactly once,
    /// and never after @p context was destroyed.
    [[nodiscard]] QFuture<Result<FoundApplication>> find(const ApplicationAddress &address, const QStringList &projects,
                                                         QObject *context);

private:
    ArgoCdClient &m_client;
};

} // namespace lynceus
