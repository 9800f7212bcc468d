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

/// An Argo CD instance in the configuration of a team server.
struct ServedInstance
{
    QString name;          ///< unique; also the Instance::id of its applications
    QUrl url;              ///< scheme, host, port and base path
    QUrl shownUrl;         ///< URL for users' browsers if it differs; empty: `url`
    QString tokenFile;     ///< empty: anonymous access
    QString authorityFile; ///< PEM of a CA; empty: the system's CAs
};

/// The OpenID provider whose users may read; empty: none.
struct ServeOidc
{
    QString issuer;                     ///< exactly as in the provider's tokens
    QString clientId;                   ///< required audience of its tokens
    QList<QSslCertificate> authorities; ///< a private CA; empty: the system's CAs
    Secret clientSecret = {};           ///< for sign-in in browsers; empty: a public client

    [[nodiscard]] bool isOn() const { return !issuer.isEmpty(); }
};

/// Who may use the API.
struct ServeAccess
{
    /// A deploy token from a file.
    struct FileToken
    {
        QString name; ///< name of the file, without its folder
        Secret token;
    };

    std::vector<FileToken> deployTokens;
    Secret jwtSecret;              ///< for JWTs signed with HS256, HS384 or HS512; empty: JWTs are rejected
    bool openRegistration = false; ///< tasks can be registered without a credential
    bool openReading = true;       ///< tasks can be read without a credential
    ServeOidc oidc;
    int ratePerToken = 120; ///< maximum number of tasks registered with one token per minute and process

    [[nodiscard]] bool hasCredentials() const { return !deployTokens.empty() || !jwtSecret.isEmpty(); }
};

/// Defaults for tasks without these fields.
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

/// The certificate of the server; both empty: plain HTTP.
struct ServeTls
{
    QString certificateFile;
    QString keyFile;

    [[nodiscard]] bool isOn() const { return !certificateFile.isEmpty(); }
};

/// The checked configuration of `lynceus serve`.
struct ServeConfig
{
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 8080;                   ///< 0: any free port
    std::vector<ServedInstance> instances; ///< at least one
    DatabaseAddress database;
    ServeAccess access;
    ServeTls tls;
    TaskDefaults defaults;
    TaskLimits limits;
    ListenerLimits listener;
    QUrl publicUrl; ///< base URL for links in users' browsers; empty: unknown
    std::vector<Webhook> webhooks;
};

/// A setting from the command line, the environment or the file: its name there, and its value.
struct GivenSetting
{
    QString source; ///< "--listen", "LYNCEUS_SERVE_LISTEN"
    QString value;
};

/// Settings that override the file; the command line overrides the environment.
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

/// Reads @p fileName (YAML; empty: no file), applies the overrides, reads the files that settings name, and checks
/// everything. Has no other effect. Returns all errors, one sentence each, with their place: "serve.yaml:
/// instances[1].url: …".
[[nodiscard]] tl::expected<ServeConfig, std::vector<Error>> readServeConfig(const QString &fileName,
                                                                            const ServeOverrides &overrides);

/// Reads only the database from the same file. BadInput: the file or the address is invalid, or there is none.
[[nodiscard]] Result<DatabaseAddress> readServeDatabase(const QString &fileName,
                                                        const std::optional<GivenSetting> &override);

/// Warnings about allowed but risky settings.
[[nodiscard]] QStringList warningsAbout(const ServeConfig &config);
/// Warnings about @p stored tokens whose names are ambiguous: a token file has the same name, or JWTs use it. The log
/// and the tasks cannot distinguish them; tokens with the name of a file share its limit.
[[nodiscard]] QStringList warningsAboutTokens(const ServeConfig &config, const std::vector<DeployToken> &stored);

} // namespace lynceus
