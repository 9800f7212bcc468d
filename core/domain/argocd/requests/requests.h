#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/model/ids.h"

#include <QString>
#include <QUrl>
#include <QUrlQuery>

namespace lynceus {

/// Encoded path and query of an API call, relative to the instance's base URL ("/api/v1/…"). Application calls include
/// `project` if known (otherwise 403 may mean 404; see Argo CD's getAppEnforceRBAC).
struct ApiPath
{
    QString path; ///< percent-encoded segments separated by "/"
    QUrlQuery query;
};

/// The value of `fields` that this server's list supports (server/application, appFields: unknown names are ignored,
/// 3.5 added sub-fields of spec). Unknown versions get the oldest names, which all servers since 2.6 support.
[[nodiscard]] QString listFields(const ServerVersion &server, ApplicationDetail detail);

struct ListFilter
{
    QStringList projects;
    QString selector; ///< Kubernetes label selector
    QString name;
    QString appNamespace;
};

[[nodiscard]] ApiPath versionPath();
[[nodiscard]] ApiPath settingsPath();
[[nodiscard]] ApiPath userInfoPath();
/// A permission that this program checks.
enum class AccountRight { ApplicationsGet, ApplicationsSync, LogsGet };
/// Whether the account has the permission for @p application of @p project; "*" means all (account.proto, CanI).
[[nodiscard]] ApiPath canIPath(AccountRight right, const QString &project, const QString &application);
[[nodiscard]] ApiPath listPath(const ServerVersion &server, ApplicationDetail detail, const ListFilter &filter);
/// @p fields: from streamFields(), or empty for all.
[[nodiscard]] ApiPath listStreamPath(const QString &resourceVersion, const ListFilter &filter,
                                     const QString &fields = {});
/// Fields of a Summary, with uid and version to order events. Streams support any path in `fields` in all versions
/// (forwarder_overwrite.go).
[[nodiscard]] QString streamFields();
enum class Refresh { None, Normal };
[[nodiscard]] ApiPath applicationPath(const ApplicationKey &key, const QString &project,
                                      Refresh refresh = Refresh::None);
[[nodiscard]] ApiPath treePath(const ApplicationKey &key, const QString &project);
[[nodiscard]] ApiPath treeStreamPath(const ApplicationKey &key, const QString &project);
[[nodiscard]] ApiPath managedResourcesPath(const ApplicationKey &key, const QString &project);
/// Like managedResourcesPath() for one resource; servers that ignore the filter return all.
[[nodiscard]] ApiPath managedResourcePath(const ApplicationKey &key, const QString &project,
                                          const ResourceKey &resource);
/// The live object, managed or not; @p version: as in the tree.
[[nodiscard]] ApiPath resourcePath(const ApplicationKey &key, const QString &project, const ResourceKey &resource,
                                   const QString &version);
[[nodiscard]] ApiPath applicationEventsPath(const ApplicationKey &key, const QString &project);
[[nodiscard]] ApiPath resourceEventsPath(const ApplicationKey &key, const QString &project, const ResourceKey &resource,
                                         const QString &uid);
struct LogQuery
{
    QString pod;
    QString podNamespace;
    QString container; ///< empty: the server chooses
    int tailLines = 20;
    bool previous = false; ///< of the container before its last restart
    bool follow = false;   ///< until the container ends
};
[[nodiscard]] ApiPath logsPath(const ApplicationKey &key, const QString &project, const LogQuery &query);
[[nodiscard]] ApiPath syncWindowsPath(const ApplicationKey &key, const QString &project);
/// The ApplicationSet with its status. Requires permission to get ApplicationSets.
[[nodiscard]] ApiPath applicationSetPath(const QString &name, const QString &nameSpace);
[[nodiscard]] ApiPath revisionMetadataPath(const ApplicationKey &key, const QString &project, const QString &revision);

/// Base URL (scheme, host, port, base path without trailing slash) with an API path.
[[nodiscard]] QUrl resolved(const QUrl &baseUrl, const ApiPath &path);

/// Parses a server entered by the user: https without a scheme; keeps the base path, removes a trailing slash.
/// Error::Kind::BadInput: two schemes, another scheme, no host, user info, query or fragment.
[[nodiscard]] Result<QUrl> parseServerAddress(const QString &text);

} // namespace lynceus
