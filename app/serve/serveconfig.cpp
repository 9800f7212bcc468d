#include "app/serve/serveconfig.h"

#include "app/serve/webhooks/webhooksettings.h"
#include "app/serve/yamlsettings.h"
#include "core/domain/argocd/requests/requests.h"
#include "core/domain/auth/signinpolicy.h"
#include "core/domain/redaction/redact.h"
#include "core/domain/watch/watchrequests.h"
#include "core/io/http/connections/certificates.h"
#include "core/io/serve/servercertificate.h"
#include "core/io/tokenfile.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kMostRunning = 20'000;
constexpr qint64 kMostDays = 36'500;
constexpr qint64 kHighestRate = 100'000;
constexpr int kLeastSecret = 16; // bytes; shorter ones can be guessed

/// Reads the configuration and collects all errors.
class ServeConfigReader final
{
public:
    explicit ServeConfigReader(YamlSettings settings)
        : m_settings(std::move(settings))
    { }

    [[nodiscard]] tl::expected<ServeConfig, std::vector<Error>> read(const ServeOverrides &overrides)
    {
        readListen(overrides);
        readInstances(overrides);
        readDatabase(overrides);
        readAccess(overrides);
        readTls(overrides);
        readDefaults();
        readLimits();
        if (const auto url = given(u"public-url"_s))
            m_config.publicUrl = checked(url->source, parseServerAddress(url->value)).value_or(QUrl());
        m_config.webhooks = readWebhooks(m_settings, m_config.publicUrl, m_faults);
        for (const auto &place : m_settings.unread())
            fail(place, u"unknown setting"_s);
        if (!m_faults.empty())
            return tl::unexpected(std::move(m_faults));
        return std::move(m_config);
    }

private:
    void fail(const QString &place, const QString &message)
    {
        m_faults.push_back({Error::Kind::BadInput, place, message, false, 0});
    }

    template<typename T>
    [[nodiscard]] std::optional<T> checked(const QString &place, Result<T> result)
    {
        if (result)
            return std::move(*result);
        fail(place, result.error().message);
        return std::nullopt;
    }

    [[nodiscard]] std::optional<GivenSetting> given(const QString &path,
                                                    const std::optional<GivenSetting> &override = {})
    {
        const auto text = m_settings.text(path);
        if (override)
            return override;
        if (!text)
            return std::nullopt;
        return GivenSetting{m_settings.place(path), *text};
    }

    void readListen(const ServeOverrides &overrides)
    {
        const auto listen = given(u"listen"_s, overrides.listen);
        if (!listen)
            return;
        static const QRegularExpression form(u"^(?:\\[([0-9a-fA-F:.]+)\\]|([^:\\[\\]]+)):([0-9]{1,5})$"_s);
        const auto match = form.match(listen->value);
        const auto host = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        const auto port = match.captured(3).toUInt();
        m_config.address = QHostAddress(host == "localhost"_L1 ? u"127.0.0.1"_s : host);
        m_config.port = static_cast<quint16>(port);
        if (!match.hasMatch() || m_config.address.isNull() || port > std::numeric_limits<quint16>::max())
            fail(listen->source,
                 u"\"%1\" is not an IP address with a port; use 127.0.0.1:8080 or [::]:8080"_s.arg(listen->value));
    }

    void readInstances(const ServeOverrides &overrides)
    {
        for (int i = 0; i < m_settings.count(u"instances"_s); ++i)
            readInstance(u"instances[%1]"_s.arg(i));
        if (overrides.server) {
            m_config.instances.clear();
            ServedInstance instance;
            if (const auto url = checked(overrides.server->source, parseServerAddress(overrides.server->value))) {
                instance.url = *url;
                instance.name = url->host();
            }
            m_config.instances.push_back(instance);
        }
        if (overrides.authTokenFile) {
            if (m_config.instances.size() != 1)
                fail(overrides.authTokenFile->source,
                     u"requires exactly one instance; with several, set token-file of each"_s);
            else
                m_config.instances.front().tokenFile = overrides.authTokenFile->value;
        }
        if (m_config.instances.empty())
            fail(m_settings.place(u"instances"_s),
                 u"no Argo CD instance is configured; use --server URL or a list of instances"_s);
        for (const auto &instance : m_config.instances)
            checkInstance(instance);
    }

    void readInstance(const QString &path)
    {
        ServedInstance instance;
        instance.name = m_settings.text(path + u".name"_s).value_or(QString());
        const auto url = given(path + u".url"_s);
        if (!url)
            fail(m_settings.place(path), u"url is missing"_s);
        else if (const auto parsed = checked(url->source, parseServerAddress(url->value)))
            instance.url = *parsed;
        if (const auto shown = given(path + u".shown-url"_s)) {
            if (const auto parsed = checked(shown->source, parseServerAddress(shown->value)))
                instance.shownUrl = *parsed;
        }
        instance.tokenFile = m_settings.text(path + u".token-file"_s).value_or(QString());
        instance.authorityFile = m_settings.text(path + u".ca-file"_s).value_or(QString());
        if (instance.name.isEmpty())
            instance.name = instance.url.host();
        const bool isTwice = std::ranges::any_of(m_config.instances, [&](const ServedInstance &other) {
            return other.name.compare(instance.name, Qt::CaseInsensitive) == 0;
        });
        if (isTwice)
            fail(m_settings.place(path + u".name"_s), u"another instance has the name \"%1\""_s.arg(instance.name));
        m_config.instances.push_back(std::move(instance));
    }

    void checkInstance(const ServedInstance &instance)
    {
        if (!instance.tokenFile.isEmpty())
            std::ignore = keptToken(u"token-file"_s, instance.tokenFile);
        if (!instance.authorityFile.isEmpty())
            std::ignore = checked(u"ca-file"_s, readCertificates(instance.authorityFile));
    }

    [[nodiscard]] std::optional<Secret> keptToken(const QString &place, const QString &file)
    {
        auto token = readTokenFile(place, file);
        if (token)
            return std::move(*token);
        m_faults.push_back(token.error());
        return std::nullopt;
    }

    void readDatabase(const ServeOverrides &overrides)
    {
        const auto database = given(u"database"_s, overrides.database);
        if (!database)
            return fail(m_settings.place(u"database"_s),
                        u"no database is configured; use sqlite:FILE or postgres://USER@HOST/DATABASE"_s);
        if (auto address = checked(database->source, parseDatabaseAddress(database->value)))
            m_config.database = *std::move(address);
    }

    void readAccess(const ServeOverrides &overrides)
    {
        auto &access = m_config.access;
        std::vector<GivenSetting> files;
        for (int i = 0; i < m_settings.count(u"deploy-token-files"_s); ++i) {
            if (auto file = given(u"deploy-token-files[%1]"_s.arg(i)))
                files.push_back(*std::move(file));
        }
        if (overrides.deployTokenFile)
            files = {*overrides.deployTokenFile};
        for (const auto &file : files) {
            const auto name = QFileInfo(file.value).fileName();
            if (isReservedTokenName(name))
                fail(
                    file.source,
                    u"a token has the name of its file, and \"%1\" is reserved for tasks that a JWT registered; rename "
                    "the file"_s.arg(kJwtCaller));
            auto token = keptToken(file.source, file.value);
            if (token && isLongEnough(file.source, *token))
                access.deployTokens.push_back({name, *std::move(token)});
        }
        if (const auto file = given(u"jwt-secret-file"_s, overrides.jwtSecretFile)) {
            auto secret = keptToken(file->source, file->value);
            if (secret && isLongEnough(file->source, *secret))
                access.jwtSecret = *std::move(secret);
        }
        access.openRegistration = m_settings.flag(u"open-registration"_s).value_or(false) || overrides.openRegistration;
        readOidc();
        // Configuring a provider implies that readers must sign in.
        access.openReading = m_settings.flag(u"open-reading"_s).value_or(!access.oidc.isOn());
        takeFlagFaults();
    }

    void readOidc()
    {
        const auto issuer = given(u"oidc.issuer"_s);
        const auto client = given(u"oidc.client-id"_s);
        const auto authority = given(u"oidc.ca-file"_s);
        const auto secret = given(u"oidc.client-secret-file"_s);
        if (!issuer && !client && !authority && !secret)
            return;
        if (!issuer || !client || client->value.isEmpty())
            return fail(m_settings.place(u"oidc"_s),
                        u"an issuer and a client are needed: set oidc.issuer and oidc.client-id"_s);
        const QUrl url(issuer->value, QUrl::StrictMode);
        const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isThisComputer(url.host()));
        if (!url.isValid() || url.host().isEmpty() || !isSafe || url.hasQuery() || url.hasFragment()
            || !url.userInfo().isEmpty())
            return fail(issuer->source,
                        u"\"%1\" is not the address of an issuer; use https://HOST/PATH as in its tokens"_s.arg(
                            redactedText(issuer->value, 200)));
        auto &oidc = m_config.access.oidc;
        oidc.issuer = issuer->value;
        oidc.clientId = client->value;
        if (secret)
            oidc.clientSecret = keptToken(secret->source, secret->value).value_or(Secret());
        if (authority) {
            if (auto certificates = checked(authority->source, readCertificates(authority->value)))
                oidc.authorities = *std::move(certificates);
        }
    }

    void readTls(const ServeOverrides &overrides)
    {
        const auto certificate = given(u"tls.certificate-file"_s, overrides.certificateFile);
        const auto key = given(u"tls.key-file"_s, overrides.keyFile);
        if (!certificate && !key)
            return;
        if (!certificate || !key)
            return fail(certificate ? certificate->source : key->source,
                        u"a certificate and its key are needed: set tls.certificate-file and tls.key-file"_s);
        m_config.tls = {certificate->value, key->value};
        ServerCertificate files(certificate->value, key->value);
        if (const auto loaded = files.load(SystemClock().now()); !loaded)
            m_faults.push_back(loaded.error());
    }

    [[nodiscard]] bool isLongEnough(const QString &source, const Secret &token)
    {
        if (token.reveal().size() >= kLeastSecret)
            return true;
        fail(source,
             u"it is too short to be safe; use at least %1 characters, for example of \"openssl rand -hex 32\""_s.arg(
                 kLeastSecret));
        return false;
    }

    void takeFlagFaults()
    {
        for (const auto &place : m_settings.takeBadFlags())
            fail(place, u"must be true or false"_s);
    }

    void readDuration(const QString &path, Duration least, Duration &duration)
    {
        const auto text = given(path);
        if (!text)
            return;
        const auto value = checked(text->source, parseDuration(text->value));
        if (value && (*value < least || *value > kLongestTimeout))
            fail(text->source,
                 u"use a time from %1 to %2"_s.arg(formatDuration(least), formatDuration(kLongestTimeout)));
        duration = value.value_or(duration);
    }

    void readDefaults()
    {
        auto &defaults = m_config.defaults;
        readDuration(u"timeout"_s, Duration{1'000}, defaults.timeout);
        readDuration(u"fail-after"_s, Duration{0}, defaults.failAfter);
        readDuration(u"image-grace"_s, Duration{0}, defaults.imageGrace);
        readDuration(u"bake"_s, Duration{0}, defaults.bake);
        defaults.refresh = m_settings.flag(u"refresh"_s).value_or(true);
        defaults.acceptSuspended = m_settings.flag(u"accept-suspended"_s).value_or(false);
        for (int i = 0; i < m_settings.count(u"registry-proxies"_s); ++i)
            defaults.registryProxies += m_settings.text(u"registry-proxies[%1]"_s.arg(i)).value_or(QString());
        takeFlagFaults();
    }

    [[nodiscard]] std::optional<qint64> number(const QString &path, qint64 least, qint64 most)
    {
        const auto text = given(path);
        if (!text)
            return std::nullopt;
        bool isNumber = false;
        const auto value = text->value.toLongLong(&isNumber);
        if (isNumber && value >= least && value <= most)
            return value;
        fail(text->source, u"\"%1\" is not a number from %2 to %3"_s.arg(text->value).arg(least).arg(most));
        return std::nullopt;
    }

    void readLimits()
    {
        if (const auto running = number(u"most-running"_s, 1, kMostRunning))
            m_config.limits.running = static_cast<int>(*running);
        if (const auto rate = number(u"rate-per-token"_s, 1, kHighestRate))
            m_config.access.ratePerToken = static_cast<int>(*rate);
        if (const auto days = number(u"keep-days"_s, 1, kMostDays))
            m_config.limits.keep = std::chrono::hours(24) * *days;
    }

    YamlSettings m_settings;
    ServeConfig m_config;
    std::vector<Error> m_faults;
};

QString sameNames(const QString &which, const QString &name)
{
    return u"%1 named \"%2\": tasks and the log cannot distinguish them, and they share one limit; rename one"_s.arg(
        which, name);
}

} // namespace

tl::expected<ServeConfig, std::vector<Error>> readServeConfig(const QString &fileName, const ServeOverrides &overrides)
{
    auto settings = YamlSettings::read(fileName);
    if (!settings)
        return tl::unexpected(std::vector<Error>{settings.error()});
    return ServeConfigReader(*std::move(settings)).read(overrides);
}

Result<DatabaseAddress> readServeDatabase(const QString &fileName, const std::optional<GivenSetting> &override)
{
    auto database = override;
    if (!database) {
        auto settings = YamlSettings::read(fileName);
        if (!settings)
            return tl::unexpected(settings.error());
        const auto text = settings->text(u"database"_s);
        if (!text)
            return badInput(u"no database is configured; use --database or --config"_s, u"database"_s);
        database = GivenSetting{settings->place(u"database"_s), *text};
    }
    return parseDatabaseAddress(database->value).map_error([&](Error error) {
        error.asked = database->source;
        return error;
    });
}

QStringList warningsAbout(const ServeConfig &config)
{
    QStringList warnings;
    if (config.access.openRegistration)
        warnings += u"tasks can be registered without a credential by anyone who reaches this server"_s;
    if (!config.address.isLoopback() && !config.tls.isOn())
        warnings +=
            u"this server speaks plain HTTP; set tls.certificate-file or put a proxy with TLS in front of it, so that tokens are not sent unencrypted"_s;
    if (config.access.oidc.isOn() && config.publicUrl.isEmpty())
        warnings +=
            u"browsers cannot sign in to the pages: set public-url, so that the OpenID provider can send them back"_s;
    if (config.access.oidc.isOn() && config.access.openReading)
        warnings += u"oidc has no effect, because open-reading is true"_s;
    std::map<QString, int> files;
    for (const auto &token : config.access.deployTokens)
        ++files[token.name];
    for (const auto &[name, count] : files) {
        if (count > 1)
            warnings += sameNames(u"%1 deploy token files are"_s.arg(count), name);
    }
    for (const auto &instance : config.instances) {
        if (instance.url.scheme() == "http"_L1 && !instance.tokenFile.isEmpty()
            && !QHostAddress(instance.url.host()).isLoopback() && instance.url.host() != "localhost"_L1)
            warnings += u"http to %1: the token is sent unencrypted; use https"_s.arg(instance.name);
    }
    for (const auto &hook : config.webhooks) {
        if (hook.url.scheme() == "http"_L1 && !isThisComputer(hook.url.host()))
            warnings +=
                u"the webhook %1 has an http address: its messages are sent unencrypted; use https"_s.arg(hook.name);
    }
    return warnings;
}

QStringList warningsAboutTokens(const ServeConfig &config, const std::vector<DeployToken> &stored)
{
    QStringList warnings;
    std::set<QString> names;
    for (const auto &token : config.access.deployTokens)
        names.insert(token.name);
    for (const auto &token : stored) {
        if (isReservedTokenName(token.name) && !token.revoked) // created by a version that allowed it
            warnings +=
                u"a token in the database has the reserved name \"%1\"; revoke it and create another"_s.arg(token.name);
        if (names.contains(token.name))
            warnings += sameNames(u"a deploy token file and a token in the database are"_s, token.name);
    }
    return warnings;
}

} // namespace lynceus
