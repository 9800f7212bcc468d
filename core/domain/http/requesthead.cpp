#include "core/domain/http/requesthead.h"

#include "core/domain/redaction/redact.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

tl::unexpected<Error> notSendable(const QString &what)
{
    return tl::unexpected(Error{
        Error::Kind::NotAllowed, {}, u"not sent: %1 contains characters that are not allowed"_s.arg(what), false, 0});
}

QByteArray pathOf(const QUrl &url)
{
    auto path = url.path(QUrl::FullyEncoded).toLatin1();
    if (!path.startsWith('/'))
        path.prepend('/');
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return path;
}

bool isPrintable(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

} // namespace

QByteArray authorityOf(const QUrl &url)
{
    auto host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    const int standard = url.scheme() == "https"_L1 ? 443 : 80;
    return url.port(standard) == standard ? host : host + ':' + QByteArray::number(url.port());
}

QByteArray proxyAuthorization(const ProxyServer &proxy)
{
    if (proxy.user.isEmpty())
        return {};
    auto plain = proxy.user + ':' + proxy.password.reveal();
    auto value = "Basic " + plain.toBase64();
    wipeBytes(plain.data(), plain.size());
    return value;
}

QByteArray connectHead(const QString &host, quint16 port, const ProxyServer &proxy)
{
    const auto name = host.toLatin1();
    const auto authority = (name.contains(':') ? '[' + name + ']' : name) + ':' + QByteArray::number(port);
    auto head =
        "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\nUser-Agent: lynceus/" LYNCEUS_VERSION "\r\n";
    if (const auto authorization = proxyAuthorization(proxy); !authorization.isEmpty())
        head += "Proxy-Authorization: " + authorization + "\r\n";
    return head + "\r\n";
}

Result<QByteArray> requestHead(QByteArrayView method, const QUrl &url, RequestTarget target, const HttpHeaders &headers,
                               qsizetype bodyBytes)
{
    const auto authority = authorityOf(url);
    auto address = pathOf(url);
    if (target == RequestTarget::Url)
        address.prepend(url.scheme().toLatin1() + "://" + authority);
    if (!isHttpToken(method) || authority.isEmpty() || !isPrintable(authority) || !isPrintable(address))
        return notSendable(u"the address %1"_s.arg(redactedUrl(url)));

    auto head = method.toByteArray() + ' ' + address + " HTTP/1.1\r\nHost: " + authority + "\r\n";
    for (const auto &[name, value] : headers.fields()) {
        if (!isHttpToken(name) || !isHttpFieldValue(value))
            return notSendable(u"the header %1"_s.arg(redactedText(QString::fromLatin1(name))));
        head += name + ": " + value + "\r\n";
    }
    if (method != "GET")
        head += "Content-Length: " + QByteArray::number(bodyBytes) + "\r\n";
    return head + "\r\n";
}

} // namespace lynceus
