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
    QString project; ///< empty if the answer did not say
};

/// The only one of @p candidates that @p address means.
/// Errors: BadInput with all candidates as `NAMESPACE/NAME` if several, NotFound with the nearest names if none.
[[nodiscard]] Result<FoundApplication> pickApplication(const std::vector<Application> &candidates,
                                                       const ApplicationAddress &address, const QString &instance);

/// Finds which application of an instance is meant. One request, two if the first finds nothing or may not be asked.
///
/// Names are compared here: the server's `name` filter returns the first match only, so that two applications of one
/// name in different namespaces would look like one.
class ApplicationFinder final : public QObject
{
    Q_OBJECT
public:
    explicit ApplicationFinder(ArgoCdClient &client, QObject *parent = nullptr);

    /// @param projects may be empty. Errors: as pickApplication() and ArgoCdClient; NotFound also for an application
    /// that this account may not see; SignInNeeded if it is not found and the server ignores the token. Settles exactly
    /// once, never after @p context died.
    [[nodiscard]] QFuture<Result<FoundApplication>> find(const ApplicationAddress &address, const QStringList &projects,
                                                         QObject *context);

private:
    ArgoCdClient &m_client;
};

} // namespace lynceus
