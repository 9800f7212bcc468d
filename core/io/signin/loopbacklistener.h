#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/time.h"

#include <QByteArray>
#include <QObject>
#include <QTcpServer>

namespace lynceus {

/// Waits on 127.0.0.1 and ::1 for the browser to come back: "localhost" may mean either. Only a GET of exactly the
/// callback's path counts; everything else gets 404 and it goes on waiting.
///
/// Whoever owns it looks at what came: accept() closes it, reject() answers with a page that says so and waits on.
/// Pages hold no script, nothing of the request, and no secret. Nothing of the query is ever logged.
class LoopbackListener final : public QObject
{
    Q_OBJECT
public:
    explicit LoopbackListener(QObject *parent = nullptr);
    ~LoopbackListener() override;

    /// @param port 0: the system's choice (tests). Unreachable: it is taken, and by what, as far as this system tells.
    [[nodiscard]] Result<void> listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_ipv4.serverPort(); }
    [[nodiscard]] bool isListening() const { return m_ipv4.isListening(); }

    /// The page for the request whose target is being told; closes the ports.
    void accept();
    /// The page for it says @p reason; it goes on waiting.
    void reject(const QString &reason);
    void close();

Q_SIGNALS:
    /// "/auth/callback?…": accept() or reject() is to be called within.
    void returned(const QByteArray &target);

private:
    void take(QTcpServer &server);
    void read(QTcpSocket &socket);
    void answer(QTcpSocket &socket, const QByteArray &status, const QString &sentence);

    QTcpServer m_ipv4;
    QTcpServer m_ipv6;
    QTcpSocket *m_asking = nullptr; // the one whose target is being told
};

} // namespace lynceus
