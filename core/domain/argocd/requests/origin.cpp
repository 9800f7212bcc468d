#include "core/domain/argocd/requests/origin.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHttpPort = 80;
constexpr int kHttpsPort = 443;

} // namespace

std::optional<Origin> originOf(const QUrl &url)
{
    if (!url.isValid())
        return std::nullopt;
    const bool isHttps = url.scheme() == "https"_L1; // QUrl keeps schemes in lower case
    if (!isHttps && url.scheme() != "http"_L1)
        return std::nullopt;
    // QUrl normalises IPv6 and IPv4 addresses, so only names have several forms.
    auto host = url.host(QUrl::FullyEncoded).toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    const int port = url.port(isHttps ? kHttpsPort : kHttpPort);
    if (host.isEmpty() || port <= 0)
        return std::nullopt;
    return Origin{url.scheme(), host, port};
}

bool sameOrigin(const QUrl &left, const QUrl &right)
{
    const auto origin = originOf(left);
    return origin && origin == originOf(right);
}

} // namespace lynceus
