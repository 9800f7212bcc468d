#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/time.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace lynceus {

/// Waits on 127.0.0.1 and ::1 for the browser to come back: "localhost" may mean either. Only a GET of exactly the
/// callback's path counts; everything else gets 404 and it goes on waiting.
///
/// Whoever owns it looks at what came. reject() answers with a page that says why it does not count, and waits on.
/// hold() closes the ports and lets the browser wait, because whether the sign-in succeeds is known only after the code
/// was exchanged; conclude() answers then. A page that would come too late, or never, refers to Lynceus instead.
/// Pages hold no script, nothing of the request, and no secret. Nothing of the query is ever logged.
class LoopbackListener final : public QObject
{
    Q_OBJECT
public:
    /// How long a browser is kept waiting; browsers give up after some minutes, people earlier.
    static constexpr Duration kHoldLimit{30'000};

    explicit LoopbackListener(QObject *parent = nullptr, Duration holdLimit = kHoldLimit);
    ~LoopbackListener() override;

    /// @param port 0: the system's choice (tests). Unreachable: it is taken, and by what, as far as this system tells.
    [[nodiscard]] Result<void> listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_ipv4.serverPort(); }
    [[nodiscard]] bool isListening() const { return m_ipv4.isListening(); }

    /// The request whose target is being told gets no page yet; closes the ports.
    void hold();
    /// The page for the request that is held; does nothing if none is.
    void conclude(bool isSignedIn, const QString &sentence);
    /// The page for the request whose target is being told says @p reason; it goes on waiting.
    void reject(const QString &reason);
    void close();

Q_SIGNALS:
    /// "/auth/callback?…": hold() or reject() is to be called within.
    void returned(const QByteArray &target);

private:
    void take(QTcpServer &server);
    void read(QTcpSocket &socket);
    void releaseHeld();
    void answer(QTcpSocket &socket, const QByteArray &status, const QString &sentence);

    QTcpServer m_ipv4;
    QTcpServer m_ipv6;
    QTcpSocket *m_asking = nullptr; // the one whose target is being told
    QPointer<QTcpSocket> m_held;    // its browser waits for the end of the sign-in
    QTimer m_holdLimit;
};

} // namespace lynceus
