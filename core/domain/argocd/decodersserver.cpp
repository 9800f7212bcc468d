#include "core/domain/argocd/decodersparser_p.h"

#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

/// "v3.6.0+37ee009": the two numbers that decide what a server can do; 0 for both if there are not two.
std::array<int, 2> majorAndMinor(QStringView version)
{
    if (version.startsWith(u'v'))
        version = version.sliced(1);
    const auto parts = version.split(u'.');
    bool isMajor = false;
    bool isMinor = false;
    const auto major = parts.front().toInt(&isMajor);
    const auto minor = parts.size() > 1 ? parts[1].toInt(&isMinor) : 0;
    return isMajor && isMinor && major >= 0 && minor >= 0 ? std::array{major, minor} : std::array{0, 0};
}

bool readOidc(detail::Json json, OidcSettings &oidc)
{
    return json.fields([&oidc](std::string_view field, detail::Json value) {
        if (field == "name")
            return value.read(oidc.name);
        if (field == "issuer")
            return value.read(oidc.issuer);
        if (field == "clientID")
            return value.read(oidc.clientId);
        if (field == "cliClientID")
            return value.read(oidc.cliClientId);
        if (field == "scopes")
            return value.read(oidc.scopes);
        if (field == "idTokenClaims")
            return value.readObjectText(oidc.idTokenClaims);
        return true;
    });
}

bool readConnector(detail::Json json, DexSettings &dex)
{
    return json.fields([&dex](std::string_view field, detail::Json value) {
        return field != "name" || value.read(dex.connectorNames.emplace_back());
    });
}

bool readDex(detail::Json json, DexSettings &dex)
{
    return json.fields([&dex](std::string_view field, detail::Json value) {
        if (field == "connectors")
            return value.elements([&dex](detail::Json connector) { return readConnector(connector, dex); });
        if (field == "dexAuthConnectorID")
            return value.read(dex.authConnectorId);
        return true;
    });
}

} // namespace

Result<ServerVersion> Decoder::version(QByteArray body)
{
    ServerVersion version;
    const auto fields = [&](std::string_view field, detail::Json value) {
        return field != "Version" || value.read(version.version);
    };
    const auto isThere = [&](detail::Fault &fault) {
        return !version.version.isEmpty() || fault.set(u"Version"_s, u"is missing"_s);
    };
    return m_parser->read(std::move(body), fields, isThere).transform([&] {
        const auto [major, minor] = majorAndMinor(version.version);
        version.major = major;
        version.minor = minor;
        return std::move(version);
    });
}

Result<ServerSettings> Decoder::settings(QByteArray body)
{
    ServerSettings settings;
    const auto fields = [&](std::string_view field, detail::Json value) {
        if (field == "url")
            return value.read(settings.url);
        if (field == "appsInAnyNamespaceEnabled")
            return value.read(settings.appsInAnyNamespace);
        if (field == "controllerNamespace")
            return value.read(settings.controllerNamespace);
        if (field == "userLoginsDisabled")
            return value.read(settings.userLoginsDisabled);
        if (field == "oidcConfig")
            return value.optional(settings.oidc, readOidc);
        if (field == "dexConfig")
            return value.optional(settings.dex, readDex);
        return true;
    };
    return m_parser->read(std::move(body), fields).transform([&] { return std::move(settings); });
}

Result<UserInfo> Decoder::userInfo(QByteArray body)
{
    UserInfo user;
    const auto fields = [&](std::string_view field, detail::Json value) {
        if (field == "loggedIn")
            return value.read(user.loggedIn);
        if (field == "username")
            return value.read(user.username);
        if (field == "iss")
            return value.read(user.issuer);
        return true;
    };
    return m_parser->read(std::move(body), fields).transform([&] { return std::move(user); });
}

Result<bool> Decoder::canI(QByteArray body)
{
    QString value;
    const auto fields = [&](std::string_view field, detail::Json json) { return field != "value" || json.read(value); };
    const auto isAnswer = [&](detail::Fault &fault) {
        return value == "yes"_L1 || value == "no"_L1 || fault.set(u"value"_s, u"is not \"yes\" or \"no\""_s);
    };
    return m_parser->read(std::move(body), fields, isAnswer).transform([&] { return value == "yes"_L1; });
}

} // namespace lynceus
