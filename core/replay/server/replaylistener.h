#pragma once

#include <QTcpServer>

#include <functional>

namespace lynceus {

/// Passes on sockets before reading, so that TLS can start late or never.
class ReplayListener final : public QTcpServer
{
public:
    explicit ReplayListener(std::function<void(qintptr)> arrived, QObject *parent)
        : QTcpServer(parent)
        , m_arrived(std::move(arrived))
    { }

protected:
    void incomingConnection(qintptr descriptor) override { m_arrived(descriptor); }

private:
    std::function<void(qintptr)> m_arrived;
};

} // namespace lynceus
