#include "core/domain/argocd/requests/requests.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kApplications = "/api/v1/applications"_L1;
constexpr auto kApplicationStream = "/api/v1/stream/applications"_L1;

QString encodedSegment(const QString &segment)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(segment));
}

void add(QUrlQuery &query, const QString &name, const QString &value)
{
    // Go servers read "+" as a space; the characters that stay unencoded have no meaning in a query.
    if (!value.isEmpty())
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value, ",:/")));
}

ApiPath ofApplication(QLatin1String root, const ApplicationKey &key, const QString &project, const QString &rest)
{
    ApiPath path{root + u'/' + encodedSegment(key.name) + rest, {}};
    add(path.query, u"project"_s, project);
    add(path.query, u"appNamespace"_s, key.nameSpace);
    return path;
}

void addFilter(QUrlQuery &query, const ListFilter &filter)
{
    for (const auto &project : filter.projects)
        add(query, u"projects"_s, project);
    add(query, u"selector"_s, filter.selector);
    add(query, u"name"_s, filter.name);
    add(query, u"appNamespace"_s, filter.appNamespace);
}

bool isAtLeast(const ServerVersion &server, int major, int minor)
{
    return server.major > major || (server.major == major && server.minor >= minor);
}

} // namespace

QString listFields(const ServerVersion &server, ApplicationDetail detail)
{
    QStringList fields{u"metadata.name"_s,
                       u"metadata.namespace"_s,
                       u"metadata.labels"_s,
                       u"metadata.creationTimestamp"_s,
                       u"metadata.deletionTimestamp"_s,
                       u"status.sync.status"_s,
                       u"status.health"_s,
                       u"status.summary"_s,
                       u"status.operationState.phase"_s,
                       u"status.operationState.startedAt"_s,
                       u"status.operationState.finishedAt"_s};
    // Older servers only support spec as a whole and silently ignore unknown names.
    if (isAtLeast(server, 3, 5)) {
        fields << u"spec.project"_s << u"spec.source"_s << u"spec.sources"_s << u"spec.destination"_s
               << u"spec.syncPolicy"_s << u"status.sync.revision"_s;
    } else {
        fields << u"spec"_s;
    }
    if (detail == ApplicationDetail::Full) {
        fields << u"metadata.annotations"_s << u"operation.sync"_s << u"status.operationState.operation.sync"_s
               << u"status.resources"_s;
    }
    return u"metadata.resourceVersion,items."_s + fields.join(",items."_L1);
}

ApiPath versionPath()
{
    return {u"/api/version"_s, {}};
}

ApiPath settingsPath()
{
    return {u"/api/v1/settings"_s, {}};
}

ApiPath userInfoPath()
{
    return {u"/api/v1/session/userinfo"_s, {}};
}

ApiPath canIPath(AccountRight right, const QString &project, const QString &application)
{
    const auto name = [](AccountRight asked) {
        switch (asked) {
        case AccountRight::ApplicationsGet:
            return u"applications/get"_s;
        case AccountRight::ApplicationsSync:
            return u"applications/sync"_s;
        case AccountRight::LogsGet:
            break;
        }
        return u"logs/get"_s;
    };
    const auto encoded = [](const QString &segment) {
        return QString::fromLatin1(QUrl::toPercentEncoding(segment, "*"));
    };
    return {u"/api/v1/account/can-i/%1/%2/%3"_s.arg(name(right), encoded(project), encoded(application)), {}};
}

ApiPath listPath(const ServerVersion &server, ApplicationDetail detail, const ListFilter &filter)
{
    ApiPath path{kApplications, {}};
    add(path.query, u"fields"_s, listFields(server, detail));
    addFilter(path.query, filter);
    return path;
}

QString streamFields()
{
    static constexpr auto kFields = {
        "metadata.name"_L1,
        "metadata.namespace"_L1,
        "metadata.uid"_L1,
        "metadata.resourceVersion"_L1,
        "metadata.labels"_L1,
        "metadata.creationTimestamp"_L1,
        "metadata.deletionTimestamp"_L1,
        "spec.project"_L1,
        "spec.source"_L1,
        "spec.sources"_L1,
        "spec.destination"_L1,
        "spec.syncPolicy"_L1,
        "operation.initiatedBy"_L1,
        "status.sync"_L1,
        "status.health"_L1,
        "status.summary"_L1,
        "status.operationState"_L1,
        "status.history"_L1,
    };
    QStringList fields{u"result.type"_s};
    for (const auto &field : kFields)
        fields << "result.application."_L1 + field;
    return fields.join(u',');
}

ApiPath listStreamPath(const QString &resourceVersion, const ListFilter &filter, const QString &fields)
{
    ApiPath path{kApplicationStream, {}};
    add(path.query, u"resourceVersion"_s, resourceVersion);
    add(path.query, u"fields"_s, fields);
    addFilter(path.query, filter);
    return path;
}

ApiPath applicationPath(const ApplicationKey &key, const QString &project, Refresh refresh)
{
    auto path = ofApplication(kApplications, key, project, {});
    if (refresh == Refresh::Normal)
        add(path.query, u"refresh"_s, u"normal"_s);
    return path;
}

ApiPath treePath(const ApplicationKey &key, const QString &project)
{
    return ofApplication(kApplications, key, project, u"/resource-tree"_s);
}

ApiPath treeStreamPath(const ApplicationKey &key, const QString &project)
{
    return ofApplication(kApplicationStream, key, project, u"/resource-tree"_s);
}

ApiPath managedResourcesPath(const ApplicationKey &key, const QString &project)
{
    return ofApplication(kApplications, key, project, u"/managed-resources"_s);
}

ApiPath managedResourcePath(const ApplicationKey &key, const QString &project, const ResourceKey &resource)
{
    auto path = managedResourcesPath(key, project);
    add(path.query, u"namespace"_s, resource.nameSpace);
    add(path.query, u"name"_s, resource.name);
    add(path.query, u"group"_s, resource.group);
    add(path.query, u"kind"_s, resource.kind);
    return path;
}

ApiPath resourcePath(const ApplicationKey &key, const QString &project, const ResourceKey &resource,
                     const QString &version)
{
    auto path = ofApplication(kApplications, key, project, u"/resource"_s);
    add(path.query, u"namespace"_s, resource.nameSpace);
    add(path.query, u"resourceName"_s, resource.name);
    add(path.query, u"version"_s, version);
    add(path.query, u"kind"_s, resource.kind);
    // Required even if empty, as for the core group.
    const auto group = QString::fromLatin1(QUrl::toPercentEncoding(resource.group));
    path.query.addQueryItem(u"group"_s, group.isNull() ? u""_s : group); // a null value would be written without "="
    return path;
}

ApiPath applicationEventsPath(const ApplicationKey &key, const QString &project)
{
    return ofApplication(kApplications, key, project, u"/events"_s);
}

ApiPath resourceEventsPath(const ApplicationKey &key, const QString &project, const ResourceKey &resource,
                           const QString &uid)
{
    auto path = applicationEventsPath(key, project);
    // All three are required; otherwise the server returns the application's own events.
    add(path.query, u"resourceUID"_s, uid);
    add(path.query, u"resourceName"_s, resource.name);
    add(path.query, u"resourceNamespace"_s, resource.nameSpace);
    return path;
}

ApiPath logsPath(const ApplicationKey &key, const QString &project, const LogQuery &log)
{
    auto path = ofApplication(kApplications, key, project, u"/logs"_s);
    add(path.query, u"namespace"_s, log.podNamespace);
    add(path.query, u"podName"_s, log.pod);
    add(path.query, u"container"_s, log.container);
    add(path.query, u"tailLines"_s, QString::number(log.tailLines));
    add(path.query, u"follow"_s, log.follow ? u"true"_s : u"false"_s);
    if (log.previous)
        add(path.query, u"previous"_s, u"true"_s);
    return path;
}

ApiPath syncWindowsPath(const ApplicationKey &key, const QString &project)
{
    return ofApplication(kApplications, key, project, u"/syncwindows"_s);
}

ApiPath applicationSetPath(const QString &name, const QString &nameSpace)
{
    ApiPath path{u"/api/v1/applicationsets/"_s + encodedSegment(name), {}};
    add(path.query, u"appsetNamespace"_s, nameSpace);
    return path;
}

ApiPath revisionMetadataPath(const ApplicationKey &key, const QString &project, const QString &revision)
{
    return ofApplication(kApplications, key, project, u"/revisions/"_s + encodedSegment(revision) + u"/metadata"_s);
}

QUrl resolved(const QUrl &baseUrl, const ApiPath &path)
{
    auto base = baseUrl.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    QUrl url(baseUrl);
    // Strict mode keeps "%2F"; the default would decode it.
    url.setPath(base + path.path, QUrl::StrictMode);
    url.setQuery(path.query.isEmpty() ? QString() : path.query.query(QUrl::FullyEncoded), QUrl::StrictMode);
    url.setFragment({});
    return url;
}

} // namespace lynceus
