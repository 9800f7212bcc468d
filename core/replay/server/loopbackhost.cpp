#include "core/replay/server/loopbackhost.h"

#include <QHostAddress>

namespace lynceus {

bool isForLoopback(const HttpRequest &request)
{
    auto host = request.header("host").toLower();
    if (host.startsWith('[')) {
        const auto end = host.indexOf(']');
        return end > 0 && QHostAddress(QString::fromLatin1(host.first(end).sliced(1))).isLoopback();
    }
    if (const auto colon = host.indexOf(':'); colon >= 0)
        host.truncate(colon);
    if (host.endsWith('.'))
        host.chop(1);
    return host.isEmpty() || host == "localhost" || host.endsWith(".localhost")
        || QHostAddress(QString::fromLatin1(host)).isLoopback();
}

} // namespace lynceus
