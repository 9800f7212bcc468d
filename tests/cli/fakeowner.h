#pragma once

#include "core/io/ipc/ipcframe.h"
#include "core/io/ipc/ownerplace.h"

#include <QLocalServer>
#include <QLocalSocket>

#include <functional>
#include <memory>

#include <gtest/gtest.h>

namespace lynceus::test {

/// A fake owner of the engine: greets, then handles each request as the test defines.
class FakeOwner final
{
public:
    using Behaviour = std::function<void(QLocalSocket &, const QCborMap &question)>;

    FakeOwner(const OwnerPlace &place, int protocol, Behaviour behave)
    {
        EXPECT_TRUE(m_server.listen(place.socket));
        QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this, protocol, behave] {
            auto *socket = m_server.nextPendingConnection();
            socket->write(ipcFrame({{QStringLiteral("lynceus"), protocol},
                                    {QStringLiteral("version"), QStringLiteral(LYNCEUS_VERSION)},
                                    {QStringLiteral("role"), QStringLiteral("daemon")}}));
            auto splitter = std::make_shared<IpcFrameSplitter>();
            QObject::connect(socket, &QLocalSocket::readyRead, socket, [this, socket, splitter, behave] {
                const auto questions = splitter->feed(socket->readAll()).value();
                for (const auto &question : questions) {
                    ++asked;
                    behave(*socket, question);
                }
            });
        });
    }

    int asked = 0;

private:
    QLocalServer m_server;
};

} // namespace lynceus::test
