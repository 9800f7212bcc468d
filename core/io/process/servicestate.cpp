#include "core/io/process/servicestate.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <algorithm>
#include <cstddef>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace lynceus {

#ifdef Q_OS_LINUX

bool notifyServiceManager(QByteArrayView state)
{
    const auto name = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const bool isAbstract = name.startsWith('@');
    if (name.size() < 2 || (!isAbstract && !name.startsWith('/'))
        || std::size_t(name.size()) >= sizeof address.sun_path)
        return false;
    std::ranges::copy(name, address.sun_path);
    if (isAbstract)
        address.sun_path[0] = '\0';
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return false;
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + std::size_t(name.size()));
    const auto sent = ::sendto(socket, state.data(), std::size_t(state.size()), MSG_NOSIGNAL | MSG_DONTWAIT,
                               reinterpret_cast<const sockaddr *>(&address), length);
    ::close(socket);
    return sent == ssize_t(state.size());
}

#else

bool notifyServiceManager(QByteArrayView)
{
    return false;
}

#endif

} // namespace lynceus
