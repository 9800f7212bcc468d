#include "core/domain/http/proxyenvironment.h"

#include "core/domain/argocd/requests/origin.h"
#include "core/domain/auth/signinpolicy.h"
#include "core/domain/http/ipaddress.h"
#include "core/domain/redaction/redact.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kHttpPort = 80;
constexpr int kSocksPort = 1080;

/// An entry of no_proxy without its port.
struct Exemption
{
    QString host;
    int port = 0; ///< 0: any
};

/// "name:80", "[::1]:80", "::1"
Exemption split(const QString &entry)
{
    const auto colon = entry.lastIndexOf(u':');
    const bool hasPort = colon > 0 && (entry[colon - 1] == u']' || entry.count(u':') == 1);
    bool isNumber = false;
    const int port = hasPort ? entry.sliced(colon + 1).toInt(&isNumber) : 0;
    auto host = isNumber ? entry.first(colon) : entry;
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1).chopped(1);
    return {host, isNumber ? port : 0};
}

QString withoutDot(QString host)
{
    if (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

bool isInNetwork(const QByteArray &address, const QString &network)
{
    const auto slash = network.indexOf(u'/');
    bool isNumber = false;
    const int bits = network.sliced(slash + 1).toInt(&isNumber);
    return isNumber && sameNetwork(address, ipAddressBytes(network.first(slash)), bits);
}

bool covers(const QString &entry, const Origin &origin)
{
    if (entry == "*"_L1)
        return true;
    const auto address = ipAddressBytes(origin.host);
    if (entry.contains(u'/'))
        return !address.isEmpty() && isInNetwork(address, entry);
    auto [name, port] = split(entry);
    if (port != 0 && port != origin.port)
        return false;
    if (!address.isEmpty())
        return ipAddressBytes(name) == address;
    if (name.startsWith("*."_L1))
        name.remove(0, 1);
    if (name.startsWith(u'.'))
        name.remove(0, 1);
    name = withoutDot(QString::fromLatin1(QUrl::toAce(name)).toLower());
    return !name.isEmpty() && (origin.host == name || origin.host.endsWith(u'.' + name));
}

/// Assumes only that a password ends at the last "@".
QString shown(const QString &text)
{
    const auto at = text.lastIndexOf(u'@');
    return redactedText(at < 0 ? text : u"…@"_s + text.sliced(at + 1));
}

} // namespace

QString ProxyServer::text() const
{
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}

ProxyVariables proxyVariables(const std::function<QString(const char *name)> &variable)
{
    const auto first = [&variable](const char *lower, const char *upper) {
        const auto value = variable(lower).trimmed();
        return value.isEmpty() ? variable(upper).trimmed() : value;
    };
    return {first("http_proxy", "HTTP_PROXY"), first("https_proxy", "HTTPS_PROXY"), first("all_proxy", "ALL_PROXY"),
            first("no_proxy", "NO_PROXY")};
}

Result<std::optional<ProxyServer>> proxyFor(const QUrl &url, const ProxyVariables &variables)
{
    const bool isHttps = url.scheme() == "https"_L1;
    const auto &own = isHttps ? variables.https : variables.http;
    const auto &value = own.isEmpty() ? variables.all : own;
    if (value.isEmpty() || isThisComputer(withoutDot(url.host())) || isExempt(url, variables.none))
        return std::optional<ProxyServer>();
    auto proxy = parseProxy(value);
    if (!proxy) {
        const auto name = own.isEmpty() ? u"all_proxy"_s : isHttps ? u"https_proxy"_s : u"http_proxy"_s;
        return tl::unexpected(Error{
            Error::Kind::Unreachable, redactedUrl(url),
            u"%1 is \"%2\", which is not a supported proxy; use for example http://proxy.acme.example:3128 or socks5h://proxy.acme.example:1080"_s
                .arg(name, shown(value)),
            false, 0});
    }
    return proxy;
}

bool isExempt(const QUrl &url, const QString &noProxy)
{
    const auto origin = originOf(url);
    static const QRegularExpression separators(u"[\\s,]+"_s);
    const auto entries = noProxy.split(separators, Qt::SkipEmptyParts);
    return origin && std::ranges::any_of(entries, [&origin](const QString &entry) { return covers(entry, *origin); });
}

std::optional<ProxyServer> parseProxy(const QString &text)
{
    const auto trimmed = text.trimmed();
    const QUrl url(trimmed.contains("://"_L1) ? trimmed : u"http://"_s + trimmed, QUrl::TolerantMode);
    const bool isSocks = url.scheme() == "socks5"_L1 || url.scheme() == "socks5h"_L1;
    const int port = url.port(isSocks ? kSocksPort : kHttpPort);
    if (!url.isValid() || url.host().isEmpty() || port <= 0 || (!isSocks && url.scheme() != "http"_L1))
        return std::nullopt;
    return ProxyServer{isSocks ? ProxyServer::Kind::Socks5 : ProxyServer::Kind::Http, url.host(QUrl::FullyEncoded),
                       static_cast<quint16>(port), url.userName(QUrl::FullyDecoded).toUtf8(),
                       Secret(url.password(QUrl::FullyDecoded).toUtf8())};
}

} // namespace lynceus
