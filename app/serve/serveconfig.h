#pragma once

#include "app/serve/webhooks/webhook.h"
#include "core/domain/base/secret.h"
#include "core/domain/images/imagereference.h"
#include "core/domain/tasks/databaseaddress.h"
#include "core/domain/time/time.h"
#include "core/domain/watch/watchrecord.h"
#include "core/engine/tasks/taskregistry.h"
#include "core/io/serve/listenerconnection.h"
#include "core/io/tasks/deploytokens.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QUrl>

#include <functional>
#include <optional>
#include <vector>

namespace lynceus {

/// One Argo CD as a team server is configured with it.
struct ServedInstance
{
    QString name;          ///< unique; also the Instance::id of its applications
    QUrl url;              ///< scheme, host, port and base path
    QUrl shownUrl;         ///< where people open it, if that is another address; empty: `url`
    QString tokenFile;     ///< empty: anonymous
    QString authorityFile; ///< PEM of a CA; empty: the system's
};

/// The OpenID provider whose users may read; empty: there is none.
struct ServeOidc
{
    QString issuer;                     ///< exactly as the provider says it
    QString clientId;                   ///< whom its tokens must be for
    QList<QSslCertificate> authorities; ///< a CA of its own; empty: the system's
    Secret clientSecret = {};           ///< for browsers that sign in; empty: a public client

    [[nodiscard]] bool isOn() const { return !issuer.isEmpty(); }
};

/// Who may call the API.
struct ServeAccess
{
    /// One of a file.
    struct FileToken
    {
        QString name; ///< the file's, without its folder
        Secret token;
    };

    std::vector<FileToken> deployTokens;
    Secret jwtSecret;              ///< for JWTs signed with HS256, HS384 or HS512; empty: none is accepted
    bool openRegistration = false; ///< tasks may be registered without a credential
    bool openReading = true;       ///< tasks may be read without a credential
    ServeOidc oidc;
    int ratePerToken = 120; ///< tasks that one token may register within a minute, in one process

    [[nodiscard]] bool hasCredentials() const { return !deployTokens.empty() || !jwtSecret.isEmpty(); }
};

/// What applies to tasks that do not say otherwise.
struct TaskDefaults
{
    Duration timeout{std::chrono::minutes(15)};
    Duration failAfter = WatchRequest().failAfter;
    Duration imageGrace = WatchRequest().imageGrace;
    Duration bake = WatchRequest().bake;
    bool refresh = true;
    bool acceptSuspended = false;
    RegistryProxies registryProxies;
};

/// The certificate that the server shows; both empty: it speaks plain HTTP.
struct ServeTls
{
    QString certificateFile;
    QString keyFile;

    [[nodiscard]] bool isOn() const { return !certificateFile.isEmpty(); }
};

/// Everything that `lynceus serve` is configured with; checked.
struct ServeConfig
{
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 8080;                   ///< 0: the system chooses
    std::vector<ServedInstance> instances; ///< at least one
    DatabaseAddress database;
    ServeAccess access;
    ServeTls tls;
    TaskDefaults defaults;
    TaskLimits limits;
    ListenerLimits listener;
    QUrl publicUrl; ///< where people open this server, for links; empty: not known
    std::vector<Webhook> webhooks;
};

/// One setting as the command line, the environment or the file gives it: what it is called there, and its value.
struct GivenSetting
{
    QString source; ///< "--listen", "LYNCEUS_SERVE_LISTEN"
    QString value;
};

/// What overrides the file; the command line's in front of the environment's.
struct ServeOverrides
{
    std::optional<GivenSetting> listen;
    std::optional<GivenSetting> server;
    std::optional<GivenSetting> authTokenFile;
    std::optional<GivenSetting> database;
    std::optional<GivenSetting> deployTokenFile;
    std::optional<GivenSetting> jwtSecretFile;
    std::optional<GivenSetting> certificateFile;
    std::optional<GivenSetting> keyFile;
    bool openRegistration = false;
};

/// Reads @p fileName (YAML; empty: no file), applies the overrides, reads the files that settings name, and checks all
/// of it. All that is wrong, one sentence each, with its place: "serve.yaml: instances[1].url: …"; nothing else is
/// done.
[[nodiscard]] tl::expected<ServeConfig, std::vector<Error>> readServeConfig(const QString &fileName,
                                                                            const ServeOverrides &overrides);

/// Of the same file its database, and nothing else. BadInput: the file or the address is wrong, or there is none.
[[nodiscard]] Result<DatabaseAddress> readServeDatabase(const QString &fileName,
                                                        const std::optional<GivenSetting> &override);

/// What deserves a warning although it is allowed.
[[nodiscard]] QStringList warningsAbout(const ServeConfig &config);
/// The same of @p stored tokens of the database whose names say something else, too: a token of a file, or JWTs. The
/// log and the tasks cannot tell them apart; those with the name of a file share its limit.
[[nodiscard]] QStringList warningsAboutTokens(const ServeConfig &config, const std::vector<DeployToken> &stored);

} // namespace lynceus
