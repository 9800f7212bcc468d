#pragma once

#include <QByteArray>
#include <QTemporaryDir>

namespace lynceus::test {

/// The service manager's side of sd_notify(3).
class ServiceSocket final
{
public:
    enum class Kind { Path, Abstract };
    explicit ServiceSocket(Kind kind = Kind::Path);
    ~ServiceSocket();
    ServiceSocket(const ServiceSocket &) = delete;
    ServiceSocket &operator=(const ServiceSocket &) = delete;

    [[nodiscard]] bool isOpen() const { return m_socket >= 0; }
    /// The value for NOTIFY_SOCKET.
    [[nodiscard]] QByteArray name() const { return m_name; }
    /// The next message; empty if there is none.
    [[nodiscard]] QByteArray take();

private:
    QTemporaryDir m_folder;
    QByteArray m_name;
    int m_socket = -1;
};

} // namespace lynceus::test
