#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QUrl>

#include <functional>
#include <optional>

namespace lynceus {

/// A proxy with its credentials.
struct ProxyServer
{
    enum class Kind {
        Http,   ///< http URLs are requested by their full URL, https through CONNECT
        Socks5, ///< the proxy resolves names
    };
    Kind kind = Kind::Http;
    QString host; ///< as in URLs, without brackets
    quint16 port = 0;
    QByteArray user; ///< empty: none is sent
    Secret password;

    /// "proxy.acme.example:3128", for messages.
    [[nodiscard]] QString text() const;
};

/// The proxy variables of an environment, as in curl and Go: https_proxy or http_proxy by the scheme of the URL,
/// otherwise all_proxy; no_proxy excludes hosts. Lower case has priority over upper case; an empty value counts as
/// unset.
struct ProxyVariables
{
    QString http;  ///< http_proxy, HTTP_PROXY
    QString https; ///< https_proxy, HTTPS_PROXY
    QString all;   ///< all_proxy, ALL_PROXY
    QString none;  ///< no_proxy, NO_PROXY

    /// Whether any proxy is configured.
    [[nodiscard]] bool areSet() const { return !http.isEmpty() || !https.isEmpty() || !all.isEmpty(); }
};
[[nodiscard]] ProxyVariables proxyVariables(const std::function<QString(const char *name)> &variable);

/// The proxy for @p url; empty: direct. This computer is always reached directly. Error::Kind::Unreachable, not
/// retryable: the applicable variable has no usable address; the message names the variable and contains no password.
[[nodiscard]] Result<std::optional<ProxyServer>> proxyFor(const QUrl &url, const ProxyVariables &variables);

/// Whether no_proxy exempts @p url. Entries are separated by commas or white space: "*"; a name, which includes its
/// subdomains, with or without leading "." or "*."; an address or a network in CIDR notation; each except networks
/// optionally with ":PORT".
[[nodiscard]] bool isExempt(const QUrl &url, const QString &noProxy);

/// "http://user:password@proxy.acme.example:3128", "socks5://…", "socks5h://…"; "proxy.acme.example:3128" is http.
/// Default ports: 80 and 1080. Empty if invalid.
[[nodiscard]] std::optional<ProxyServer> parseProxy(const QString &text);

} // namespace lynceus
