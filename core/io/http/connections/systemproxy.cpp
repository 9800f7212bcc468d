#include "core/io/http/connections/systemproxy.h"

#include "core/domain/auth/signinpolicy.h"

#include <QFuture>
#include <QNetworkProxyFactory>
#include <QPromise>
#include <QThreadPool>

#include <memory>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Found = std::optional<ProxyServer>;

Found desktopProxy(const QUrl &url)
{
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    if (proxies.isEmpty())
        return std::nullopt;
    const auto &proxy = proxies.first();
    const bool isSocks = proxy.type() == QNetworkProxy::Socks5Proxy;
    if (!isSocks && proxy.type() != QNetworkProxy::HttpProxy && proxy.type() != QNetworkProxy::HttpCachingProxy)
        return std::nullopt;
    return ProxyServer{isSocks ? ProxyServer::Kind::Socks5 : ProxyServer::Kind::Http, proxy.hostName(), proxy.port(),
                       proxy.user().toUtf8(), Secret(proxy.password().toUtf8())};
}

} // namespace

void findProxy(const OutgoingRequest &request, QObject *context, std::function<void(Result<Found>)> answer)
{
    if (request.proxy == ProxyChoice::None || isThisComputer(request.url.host()))
        return answer(Found());
    if (request.proxy == ProxyChoice::Explicit)
        return answer(parseProxy(request.proxyUrl.toString(QUrl::FullyEncoded)));
    const auto variables = proxyVariables([](const char *name) { return qEnvironmentVariable(name); });
    if (variables.areSet() || isExempt(request.url, variables.none))
        return answer(proxyFor(request.url, variables));
    const auto promise = std::make_shared<QPromise<Found>>();
    promise->start();
    promise->future().then(context, [answer = std::move(answer)](const Found &found) { answer(found); });
    QThreadPool::globalInstance()->start([promise, url = request.url] {
        promise->addResult(desktopProxy(url));
        promise->finish();
    });
}

} // namespace lynceus
