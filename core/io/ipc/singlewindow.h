#pragma once

#include "core/io/ipc/ownerclient.h"
#include "core/io/ipc/ownerlock.h"
#include "core/io/ipc/ownersocket.h"
#include "core/io/ipc/windowcall.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace lynceus {

/// One window per user: the first start opens it, later ones pass on their arguments and exit.
///
/// Uses its own lock and socket (mode 0600) beside the engine's, because the window need not be the owner of the
/// engine.
class SingleWindow final : public QObject
{
    Q_OBJECT
public:
    /// How long a first window with the lock may be silent: it may be starting on a busy computer.
    static constexpr std::chrono::milliseconds kPatience{10'000};

    /// @p place windowPlace(), or that of a test.
    explicit SingleWindow(const OwnerPlace &place, QObject *parent = nullptr);
    ~SingleWindow() override;

    /// Exactly one of first(), handedOver() and failed() follows, not during this call.
    void start(const WindowCall &call);

Q_SIGNALS:
    /// This process is the window; called() reports later starts.
    void first();
    /// Another process is the window and has taken the call: exit.
    void handedOver();
    /// Another process is the window and does not answer; or locking is not possible.
    void failed(const lynceus::Error &error);
    void called(const lynceus::WindowCall &call);

private:
    void tryOnce();
    void open();
    void handOver();
    void answer(const OwnerQuestion &question);

    OwnerPlace m_place;
    OwnerLock m_lock;
    OwnerSocket m_socket;
    std::unique_ptr<OwnerClient> m_client;
    QTimer m_again;
    QDeadlineTimer m_patience;
    WindowCall m_call;
};

} // namespace lynceus
