#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/application.h"
#include "core/domain/model/applicationset.h"
#include "core/domain/model/event.h"
#include "core/domain/model/managedresources.h"
#include "core/domain/model/manifests.h"
#include "core/domain/model/resourcetree.h"
#include "core/domain/redaction/linesecrets.h"
#include "core/domain/syncwindows/syncwindow.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <variant>
#include <vector>

namespace lynceus {

/// A list of applications. Items that could not be read are reported separately.
struct DecodedApplicationList
{
    QString resourceVersion;
    std::vector<Application> applications;
    std::vector<Error> badItems; ///< Kind::Malformed; the message names position and path of the item
};

enum class ApplicationDetail {
    Summary, ///< for `apps` and tables: no resources, syncResult, history
    Full,
};

struct ApplicationEvent
{
    enum class Type { Added, Modified, Deleted };
    Type type = Type::Modified;
    Application application;
};

/// Answer of /api/version; without a sign-in, everything but the version is empty.
struct ServerVersion
{
    QString version; ///< "v3.6.0+37ee009", with vendor suffixes
    int major = 0;   ///< 0.0 if it cannot be parsed
    int minor = 0;
};

/// Settings of an external OpenID provider.
struct OidcSettings
{
    QString name;
    QString issuer;
    QString clientId;
    QString cliClientId;      ///< the public client for CLI programs; may be empty
    QStringList scopes;       ///< empty: the default scopes
    QByteArray idTokenClaims; ///< JSON as received; empty if none are requested
};

/// Settings of the server's own Dex.
struct DexSettings
{
    QStringList connectorNames;
    QString authConnectorId; ///< 3.6: connector to use directly; empty: Dex asks
};

struct ServerSettings
{
    QString url; ///< the server's own URL; may be empty
    bool appsInAnyNamespace = false;
    QString controllerNamespace;     ///< only when signed in
    bool userLoginsDisabled = false; ///< local accounts may not sign in
    std::optional<OidcSettings> oidc;
    std::optional<DexSettings> dex;
};

struct UserInfo
{
    bool loggedIn = false;
    QString username;
    QString issuer;
};

/// Decodes Argo CD's JSON. All decoders of a thread share the parser's memory; not thread-safe.
///
/// For all functions: unknown fields are skipped. A field with a wrong type is Error::Kind::Malformed with the path in
/// the message ("items[3].status.sync.status is not a string"). `null` counts as missing. Text after the document and
/// nesting deeper than 128 in what we read are Malformed; bodies larger than kBodyCap are TooLarge.
class Decoder final
{
public:
    static constexpr qsizetype kBodyCap = 512 * 1024 * 1024; ///< bytes; Argo CD's own limit for a list is 200 MB

    /// Takes the body by value: with spare capacity it is parsed in place, otherwise copied once.
    [[nodiscard]] Result<DecodedApplicationList> applicationList(QByteArray body, ApplicationDetail detail);
    [[nodiscard]] Result<Application> application(QByteArray body);
    /// `{"result":{"type":…,"application":…}}`. An in-band `{"error":…}` becomes an Error (SignInNeeded for code 16,
    /// Forbidden for 7, NotFound for 5, otherwise Server).
    [[nodiscard]] Result<ApplicationEvent> applicationEvent(QByteArray frame,
                                                            ApplicationDetail depth = ApplicationDetail::Full);
    [[nodiscard]] Result<ResourceTree> resourceTree(QByteArray body);
    /// `{"result":<tree>}` or an in-band error.
    [[nodiscard]] Result<ResourceTree> resourceTreeEvent(QByteArray frame);
    /// Manifests are JSON in strings, written by users or operators: a manifest that cannot be parsed is Malformed, but
    /// a field in it with another type than in Kubernetes counts as missing.
    [[nodiscard]] Result<ManagedResources> managedResources(QByteArray body);
    /// Manifests of one resource from the same answer; empty if it is not included.
    [[nodiscard]] Result<std::optional<Manifests>> manifests(QByteArray body, const ResourceKey &key);
    /// Answer of /resource: the live manifest, JSON text.
    [[nodiscard]] Result<QString> resourceManifest(QByteArray body);
    /// Container names of a pod's manifest: containers in order, then init containers.
    [[nodiscard]] Result<QStringList> containerNames(QByteArray podManifest);
    [[nodiscard]] Result<std::vector<ResourceEvent>> events(QByteArray body);
    /// `{"result":{"content":…}}`: one line of NDJSON or one SSE frame; in-band errors as above. Pass the lines of one
    /// log in order, because a secret may span several.
    [[nodiscard]] Result<LogLine> logLine(QByteArray line);
    [[nodiscard]] Result<SyncWindows> syncWindows(QByteArray body);
    [[nodiscard]] Result<ApplicationSetProgress> applicationSet(QByteArray body);
    [[nodiscard]] Result<RevisionMetadata> revisionMetadata(QByteArray body);
    [[nodiscard]] Result<ServerVersion> version(QByteArray body);
    [[nodiscard]] Result<ServerSettings> settings(QByteArray body);
    [[nodiscard]] Result<UserInfo> userInfo(QByteArray body);
    /// `{"value":"yes"}` or "no"; otherwise Malformed.
    [[nodiscard]] Result<bool> canI(QByteArray body);

private:
    LineSecrets m_logSecrets;
};

} // namespace lynceus
