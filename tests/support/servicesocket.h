#pragma once

#include <QByteArray>
#include <QTemporaryDir>

namespace lynceus::test {

/// Plays the service manager's side of sd_notify(3).
class ServiceSocket final
{
public:
    enum class Kind { Path, Abstract };
    explicit ServiceSocket(Kind kind = Kind::Path);
    ~ServiceSocket();
    ServiceSocket(const ServiceSocket &) = delete;
    ServiceSocket &operator=(const ServiceSocket &) = delete;

    [[nodiscard]] bool isOpen() const { return m_socket >= 0; }
    /// As NOTIFY_SOCKET has it.
    [[nodiscard]] QByteArray name() const { return m_name; }
    /// The next that was told; empty if there is nothing.
    [[nodiscard]] QByteArray take();

private:
    QTemporaryDir m_folder;
    QByteArray m_name;
    int m_socket = -1;
};

} // namespace lynceus::test
