#include "app/serve/configjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QJsonObject goUrl(const QUrl &url)
{
    auto host = url.host();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    if (url.port() >= 0)
        host += u':' + QString::number(url.port());
    return {{u"Scheme"_s, url.scheme()}, {u"Opaque"_s, u""_s},    {u"User"_s, QJsonValue::Null},
            {u"Host"_s, host},           {u"Path"_s, url.path()}, {u"RawPath"_s, u""_s},
            {u"RawQuery"_s, u""_s},      {u"Fragment"_s, u""_s},  {u"RawFragment"_s, u""_s},
            {u"ForceQuery"_s, false},    {u"OmitHost"_s, false}};
}

/// Argo Watcher has only one Argo CD: its fields contain the first instance; this one lists all, with their URLs for
/// browsers.
QJsonArray instancesJson(const std::vector<ServedInstance> &instances)
{
    QJsonArray all;
    for (const auto &instance : instances) {
        const auto url = instance.shownUrl.isEmpty() ? instance.url : instance.shownUrl;
        all.append(QJsonObject{{u"name"_s, instance.name}, {u"url"_s, url.toString()}});
    }
    return all;
}

} // namespace

QJsonObject configJson(const ServeConfig &config)
{
    const auto &instance = config.instances.front();
    const auto &defaults = config.defaults;
    constexpr int kRequestTimeout = 60; // s
    constexpr int kValidation = 300'000;
    const QJsonObject signIn{
        {u"enabled"_s, false}, {u"token_validation_interval"_s, kValidation}, {u"gravatar_fallback"_s, false}};
    auto oidc = signIn;
    if (const auto &provider = config.access.oidc; provider.isOn()) {
        oidc.insert(u"enabled"_s, true);
        oidc.insert(u"issuer_url"_s, provider.issuer);
        oidc.insert(u"client_id"_s, provider.clientId);
    }
    QJsonObject object{
        {u"argo_cd_url"_s, goUrl(instance.url)},
        {u"instances"_s, instancesJson(config.instances)},
        {u"argo_api_timeout"_s, kRequestTimeout},
        {u"argo_api_retries"_s, 3},
        {u"accept_suspended_app"_s, defaults.acceptSuspended},
        {u"deployment_timeout"_s, qint64{std::chrono::floor<std::chrono::seconds>(defaults.timeout).count()}},
        {u"argo_refresh_app"_s, defaults.refresh},
        {u"state_type"_s, config.database.kind == DatabaseAddress::Kind::Postgres ? u"postgres"_s : u"sqlite"_s},
        {u"skip_tls_verify"_s, false},
        {u"log_level"_s, u"info"_s},
        {u"oidc"_s, oidc},
        {u"keycloak"_s, signIn},
        {u"webhook"_s, QJsonObject{{u"enabled"_s, !config.webhooks.empty()}}},
        {u"mattermost"_s, QJsonObject{{u"enabled"_s, false}}},
        {u"devEnvironment"_s, false},
    };
    if (!instance.shownUrl.isEmpty())
        object.insert(u"argo_cd_url_alias"_s, instance.shownUrl.toString());
    if (!defaults.registryProxies.isEmpty())
        object.insert(u"registry_proxy_url"_s, defaults.registryProxies.front());
    return object;
}

} // namespace lynceus
