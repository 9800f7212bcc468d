#include "core/io/desktop/display.h"

#include "core/io/process/runtimepackage.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace lynceus {

using namespace Qt::StringLiterals;

#ifdef Q_OS_LINUX

namespace {

/// @param abstract in Linux' abstract namespace, where X servers listen too.
bool answers(const QByteArray &path, bool abstract)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto start = std::size_t(abstract ? 1 : 0);
    if (std::size_t(path.size()) + start >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path + start, path.constData(), std::size_t(path.size()));
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + start + std::size_t(path.size()));
    const int handle = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (handle < 0)
        return false;
    const bool connected = ::connect(handle, reinterpret_cast<const sockaddr *>(&address), length) == 0;
    ::close(handle);
    return connected;
}

/// ":1.0" → 1; empty for servers on other machines, which are not checked.
int localNumber(const QByteArray &display)
{
    const auto colon = display.lastIndexOf(':');
    const auto host = display.left(colon);
    if (colon < 0 || !(host.isEmpty() || host == "unix" || host == "localhost"))
        return -1;
    bool ok = false;
    const int number = display.mid(colon + 1).split('.').constFirst().toInt(&ok);
    return ok ? number : -1;
}

} // namespace

QString missingDisplay()
{
    if (!qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        return {}; // set explicitly by the user
    if (const auto wayland = qgetenv("WAYLAND_DISPLAY"); !wayland.isEmpty()) {
        const auto path = wayland.startsWith('/') ? wayland : qgetenv("XDG_RUNTIME_DIR") + '/' + wayland;
        if (answers(path, false)) // if there is an X server too, Qt uses it without a plugin for Wayland
            return qEnvironmentVariableIsEmpty("DISPLAY") ? missingPackage(RuntimePackage::WaylandPlugin) : QString();
    }
    const auto display = qgetenv("DISPLAY");
    if (display.isEmpty())
        return u"no display is available (neither WAYLAND_DISPLAY nor DISPLAY is set)"_s;
    const int number = localNumber(display);
    const auto path = "/tmp/.X11-unix/X" + QByteArray::number(number);
    // A name like "localhost:10" is a tunnel, which listens on TCP.
    if (number < 0 || display.startsWith("localhost") || answers(path, true) || answers(path, false))
        return {};
    return u"cannot connect to the display at DISPLAY=%1"_s.arg(QString::fromLocal8Bit(display));
}

#else

QString missingDisplay()
{
    return {};
}

#endif

} // namespace lynceus
