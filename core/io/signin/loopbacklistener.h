#pragma once

#include "core/domain/base/result.h"
#include "core/domain/time/time.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace lynceus {

/// Waits on 127.0.0.1 and ::1 for the redirect of the browser, because "localhost" may mean either. Only a GET of
/// exactly the callback path counts; everything else gets 404.
///
/// The owner checks the request. reject() answers with a page that gives the reason, and continues waiting. hold()
/// closes the ports and keeps the browser waiting, because the result of the sign-in is only known after the code was
/// exchanged; conclude() then answers. If that takes too long, the page refers to Lynceus. Pages contain no script,
/// nothing of the request and no secrets. The query is never logged.
class LoopbackListener final : public QObject
{
    Q_OBJECT
public:
    /// How long a browser is kept waiting; browsers give up after some minutes, users earlier.
    static constexpr Duration kHoldLimit{30'000};

    explicit LoopbackListener(QObject *parent = nullptr, Duration holdLimit = kHoldLimit);
    ~LoopbackListener() override;

    /// @param port 0: the system chooses (tests). Unreachable: it is in use, and by which program if known.
    [[nodiscard]] Result<void> listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_ipv4.serverPort(); }
    [[nodiscard]] bool isListening() const { return m_ipv4.isListening(); }

    /// Call during returned(): delays the page for that request and closes the ports.
    void hold();
    /// Sends the page for the held request; does nothing without one.
    void conclude(bool isSignedIn, const QString &sentence);
    /// Call during returned(): sends a page with @p reason and continues waiting.
    void reject(const QString &reason);
    void close();

Q_SIGNALS:
    /// "/auth/callback?…". Call hold() or reject() during the slot.
    void returned(const QByteArray &target);

private:
    void take(QTcpServer &server);
    void read(QTcpSocket &socket);
    void releaseHeld();
    void answer(QTcpSocket &socket, const QByteArray &status, const QString &sentence);

    QTcpServer m_ipv4;
    QTcpServer m_ipv6;
    QTcpSocket *m_asking = nullptr; // the request that returned() reports
    QPointer<QTcpSocket> m_held;    // its browser waits for the end of the sign-in
    QTimer m_holdLimit;
};

} // namespace lynceus
