#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QUrl>

#include <functional>
#include <optional>

namespace lynceus {

/// A proxy, and what it wants to know.
struct ProxyServer
{
    enum class Kind {
        Http,   ///< http addresses are asked for by their full URL, https through CONNECT
        Socks5, ///< the proxy looks up names
    };
    Kind kind = Kind::Http;
    QString host; ///< as URLs write it, without brackets
    quint16 port = 0;
    QByteArray user; ///< empty: none is offered
    Secret password;

    /// "proxy.acme.example:3128", for messages.
    [[nodiscard]] QString text() const;
};

/// The proxy variables of an environment, as curl and Go read them: https_proxy or http_proxy after the scheme of the
/// address, else all_proxy; no_proxy against each. Lower case before upper case; an empty value counts as none.
struct ProxyVariables
{
    QString http;  ///< http_proxy, HTTP_PROXY
    QString https; ///< https_proxy, HTTPS_PROXY
    QString all;   ///< all_proxy, ALL_PROXY
    QString none;  ///< no_proxy, NO_PROXY

    /// Whether the environment says anything about a proxy.
    [[nodiscard]] bool areSet() const { return !http.isEmpty() || !https.isEmpty() || !all.isEmpty(); }
};
[[nodiscard]] ProxyVariables proxyVariables(const std::function<QString(const char *name)> &variable);

/// The proxy through which @p url is reached; nothing: directly. This computer is always reached directly.
/// Error::Kind::Unreachable, not retryable: the variable that counts has no address that could be used; the message
/// names the variable and shows no password.
[[nodiscard]] Result<std::optional<ProxyServer>> proxyFor(const QUrl &url, const ProxyVariables &variables);

/// Whether no_proxy exempts @p url. Entries are separated by commas or white space: "*"; a name, which counts for
/// the names below it too, with or without "." or "*." in front; an address or a network in CIDR form; each but
/// networks with ":PORT" if only that port is meant.
[[nodiscard]] bool isExempt(const QUrl &url, const QString &noProxy);

/// "http://user:password@proxy.acme.example:3128", "socks5://…", "socks5h://…"; "proxy.acme.example:3128" is http.
/// Without a port 80 and 1080 are meant. Nothing if it cannot be used.
[[nodiscard]] std::optional<ProxyServer> parseProxy(const QString &text);

} // namespace lynceus
