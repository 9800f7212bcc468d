#include "core/io/serve/loopbackhost.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

QString requestedHost(const HttpRequest &request)
{
    auto host = QString::fromLatin1(request.header("Host")).toLower();
    if (host.startsWith(u'[')) {
        const auto address = host.sliced(1, std::max<qsizetype>(host.indexOf(u']'), 1) - 1);
        return QHostAddress(address).isNull() ? host : address;
    }
    if (const auto colon = host.indexOf(u':'); colon >= 0)
        host.truncate(colon);
    if (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

bool isForLoopback(const HttpRequest &request)
{
    const auto host = requestedHost(request);
    return host.isEmpty() || host == "localhost"_L1 || host.endsWith(".localhost"_L1)
        || QHostAddress(host).isLoopback();
}

} // namespace lynceus
