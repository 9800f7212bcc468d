#include "core/io/ipc/peer.h"

#include <sys/socket.h>
#include <unistd.h>

namespace lynceus {

bool isPeerOurs(qintptr socket)
{
#ifdef SO_PEERCRED
    struct ucred peer
    { };
    socklen_t size = sizeof peer;
    return ::getsockopt(int(socket), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && size == sizeof peer
        && peer.uid == ::geteuid();
#else
    uid_t user = 0;
    gid_t group = 0;
    return ::getpeereid(int(socket), &user, &group) == 0 && user == ::geteuid();
#endif
}

} // namespace lynceus
