#pragma once

#include "core/domain/argocd/decoders.h"
#include "core/domain/model/ids.h"

#include <QString>
#include <QUrl>
#include <QUrlQuery>

namespace lynceus {

/// Path and query of the calls that we make, relative to the instance's base URL ("/api/v1/…"), encoded.
/// Every application call carries `project` where it is known (403 means 404 otherwise, see Argo CD's
/// getAppEnforceRBAC).
struct ApiPath
{
    QString path; ///< percent-encoded segments joined by "/"
    QUrlQuery query;
};

/// The `fields` whitelist that this server's list understands (server/application, appFields: unknown names vanish
/// silently, 3.5 learnt sub-fields of spec). Unknown versions get the oldest names, which all servers since 2.6
/// understand.
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
/// A right that this program asks about.
enum class AccountRight { ApplicationsGet, ApplicationsSync, LogsGet };
/// Whether this account has it for @p application of @p project; "*" stands for every one (account.proto, CanI).
[[nodiscard]] ApiPath canIPath(AccountRight right, const QString &project, const QString &application);
[[nodiscard]] ApiPath listPath(const ServerVersion &server, ApplicationDetail detail, const ListFilter &filter);
/// @p fields as streamFields() or empty for all.
[[nodiscard]] ApiPath listStreamPath(const QString &resourceVersion, const ListFilter &filter,
                                     const QString &fields = {});
/// What a Summary has, and uid and version to put events in order. Streams take any path in `fields`, all versions
/// alike (forwarder_overwrite.go).
[[nodiscard]] QString streamFields();
enum class Refresh { None, Normal };
[[nodiscard]] ApiPath applicationPath(const ApplicationKey &key, const QString &project,
                                      Refresh refresh = Refresh::None);
[[nodiscard]] ApiPath treePath(const ApplicationKey &key, const QString &project);
[[nodiscard]] ApiPath treeStreamPath(const ApplicationKey &key, const QString &project);
[[nodiscard]] ApiPath managedResourcesPath(const ApplicationKey &key, const QString &project);
/// The same of one resource; servers that ignore the filter send all.
[[nodiscard]] ApiPath managedResourcePath(const ApplicationKey &key, const QString &project,
                                          const ResourceKey &resource);
/// The live object, managed or not; @p version as the tree says it.
[[nodiscard]] ApiPath resourcePath(const ApplicationKey &key, const QString &project, const ResourceKey &resource,
                                   const QString &version);
[[nodiscard]] ApiPath applicationEventsPath(const ApplicationKey &key, const QString &project);
[[nodiscard]] ApiPath resourceEventsPath(const ApplicationKey &key, const QString &project, const ResourceKey &resource,
                                         const QString &uid);
struct LogQuery
{
    QString pod;
    QString podNamespace;
    QString container; ///< empty: the server's choice
    int tailLines = 20;
    bool previous = false; ///< of the container before its last restart
    bool follow = false;   ///< until the container ends
};
[[nodiscard]] ApiPath logsPath(const ApplicationKey &key, const QString &project, const LogQuery &query);
[[nodiscard]] ApiPath syncWindowsPath(const ApplicationKey &key, const QString &project);
/// The ApplicationSet @p name in the namespace @p nameSpace, with its status. Needs the right to get ApplicationSets.
[[nodiscard]] ApiPath applicationSetPath(const QString &name, const QString &nameSpace);
[[nodiscard]] ApiPath revisionMetadataPath(const ApplicationKey &key, const QString &project, const QString &revision);

/// Base URL (scheme, host, port, base path without trailing slash) plus an API path.
[[nodiscard]] QUrl resolved(const QUrl &baseUrl, const ApiPath &path);

/// What a person typed as a server: without a scheme https is meant; a base path is kept, a trailing slash is not.
/// Error::Kind::BadInput: two schemes, another scheme, no host, user info, query or fragment.
[[nodiscard]] Result<QUrl> parseServerAddress(const QString &text);

} // namespace lynceus
