#pragma once

#include "core/domain/base/linesecrets.h"
#include "core/domain/base/result.h"
#include "core/domain/model/application.h"
#include "core/domain/model/applicationset.h"
#include "core/domain/model/event.h"
#include "core/domain/model/managedresources.h"
#include "core/domain/model/manifests.h"
#include "core/domain/model/resourcetree.h"
#include "core/domain/model/syncwindow.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <variant>
#include <vector>

namespace lynceus {

/// A list in which some items could not be read: those are errors beside the others, not the end of the list.
struct DecodedApplicationList
{
    QString resourceVersion;
    std::vector<Application> applications;
    std::vector<Error> badItems; ///< Kind::Malformed, the message names the item's position and the path
};

enum class ApplicationDetail {
    Summary, ///< what `apps` and tables show: no resources, syncResult, history
    Full,
};

struct ApplicationEvent
{
    enum class Type { Added, Modified, Deleted };
    Type type = Type::Modified;
    Application application;
};

/// What /api/version says; everything but the version is empty when signed out.
struct ServerVersion
{
    QString version; ///< "v3.6.0+37ee009", vendor suffixes included
    int major = 0;   ///< 0.0 if it cannot be read
    int minor = 0;
};

/// An external OpenID provider as the server uses it.
struct OidcSettings
{
    QString name;
    QString issuer;
    QString clientId;
    QString cliClientId;      ///< the public client for programs, may be empty
    QStringList scopes;       ///< empty: the usual ones
    QByteArray idTokenClaims; ///< JSON as it came, empty if none are asked for
};

/// The server's own Dex.
struct DexSettings
{
    QStringList connectorNames;
    QString authConnectorId; ///< 3.6: which connector to go to at once; empty: Dex asks
};

struct ServerSettings
{
    QString url; ///< the server's own idea of its address, may be empty
    bool appsInAnyNamespace = false;
    QString controllerNamespace;     ///< only when signed in
    bool userLoginsDisabled = false; ///< no local account may sign in
    std::optional<OidcSettings> oidc;
    std::optional<DexSettings> dex;
};

struct UserInfo
{
    bool loggedIn = false;
    QString username;
    QString issuer;
};

/// Turns Argo CD's JSON into values. All decoders of a thread share the memory of the parser; not thread-safe.
///
/// Common to all functions: unknown fields are skipped; a field that we read and that has another type is
/// Error::Kind::Malformed whose message names the path ("items[3].status.sync.status is no string"); `null` counts as
/// absent; text after the document, nesting deeper than 128 in what we read and bodies larger than kBodyCap are
/// Malformed or TooLarge.
class Decoder final
{
public:
    static constexpr qsizetype kBodyCap = 512 * 1024 * 1024; ///< bytes; Argo CD's own limit for a list is 200 MB

    /// Takes the body by value: with spare capacity it is parsed in place, else copied once.
    [[nodiscard]] Result<DecodedApplicationList> applicationList(QByteArray body, ApplicationDetail detail);
    [[nodiscard]] Result<Application> application(QByteArray body);
    /// `{"result":{"type":…,"application":…}}`. An in-band `{"error":…}` becomes the error that it describes
    /// (SignInNeeded for code 16, Forbidden for 7, NotFound for 5, else Server).
    [[nodiscard]] Result<ApplicationEvent> applicationEvent(QByteArray frame,
                                                            ApplicationDetail depth = ApplicationDetail::Full);
    [[nodiscard]] Result<ResourceTree> resourceTree(QByteArray body);
    /// `{"result":<tree>}` or an in-band error.
    [[nodiscard]] Result<ResourceTree> resourceTreeEvent(QByteArray frame);
    /// Manifests are JSON inside of strings, written by people or operators: a manifest that cannot be parsed is
    /// Malformed, but a field in it that has another type than Kubernetes wants counts as not said.
    [[nodiscard]] Result<ManagedResources> managedResources(QByteArray body);
    /// Of the same answer: the texts of one resource, nothing if it is not among them.
    [[nodiscard]] Result<std::optional<Manifests>> manifests(QByteArray body, const ResourceKey &key);
    /// Answer of /resource: the live manifest, JSON text.
    [[nodiscard]] Result<QString> resourceManifest(QByteArray body);
    /// Of a pod's manifest: containers in its order, then init containers.
    [[nodiscard]] Result<QStringList> containerNames(QByteArray podManifest);
    [[nodiscard]] Result<std::vector<ResourceEvent>> events(QByteArray body);
    /// `{"result":{"content":…}}`, one line of NDJSON or one SSE frame; in-band errors as above. Lines of one log in
    /// their order: a secret may go over several.
    [[nodiscard]] Result<LogLine> logLine(QByteArray line);
    [[nodiscard]] Result<SyncWindows> syncWindows(QByteArray body);
    [[nodiscard]] Result<ApplicationSetProgress> applicationSet(QByteArray body);
    [[nodiscard]] Result<RevisionMetadata> revisionMetadata(QByteArray body);
    [[nodiscard]] Result<ServerVersion> version(QByteArray body);
    [[nodiscard]] Result<ServerSettings> settings(QByteArray body);
    [[nodiscard]] Result<UserInfo> userInfo(QByteArray body);
    /// `{"value":"yes"}` or "no"; Malformed for anything else.
    [[nodiscard]] Result<bool> canI(QByteArray body);

private:
    LineSecrets m_logSecrets;
};

} // namespace lynceus
