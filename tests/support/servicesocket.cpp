#include "tests/support/servicesocket.h"

#include <algorithm>
#include <cstddef>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace lynceus::test {

ServiceSocket::ServiceSocket(Kind kind)
    : m_name(m_folder.filePath(QStringLiteral("notify")).toUtf8())
{
    if (kind == Kind::Abstract)
        m_name[0] = '@';
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::ranges::copy(std::as_const(m_name), address.sun_path);
    if (kind == Kind::Abstract)
        address.sun_path[0] = '\0';
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + std::size_t(m_name.size()));
    m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), length) == 0)
        return;
    ::close(m_socket);
    m_socket = -1;
}

ServiceSocket::~ServiceSocket()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

QByteArray ServiceSocket::take()
{
    QByteArray reported(256, '\0');
    const auto size = ::recv(m_socket, reported.data(), std::size_t(reported.size()), 0);
    return size > 0 ? reported.first(size) : QByteArray();
}

} // namespace lynceus::test
