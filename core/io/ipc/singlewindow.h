#pragma once

#include "core/io/ipc/ownerclient.h"
#include "core/io/ipc/ownerlock.h"
#include "core/io/ipc/ownersocket.h"
#include "core/io/ipc/windowcall.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace lynceus {

/// One window per person: the first start opens it, a later one hands over its arguments and ends.
///
/// By a lock and a socket (0600) of their own beside the engine's: the window is one thing, who owns the engine
/// another.
class SingleWindow final : public QObject
{
    Q_OBJECT
public:
    /// How long a first window that holds the lock may be silent: it may be starting on a busy computer.
    static constexpr std::chrono::milliseconds kPatience{10'000};

    /// @p place windowPlace(), or a test's.
    explicit SingleWindow(const OwnerPlace &place, QObject *parent = nullptr);
    ~SingleWindow() override;

    /// Exactly one of first(), handedOver() and failed() follows, not from within this call.
    void start(const WindowCall &call);

Q_SIGNALS:
    /// We are the window; called() tells of later starts.
    void first();
    /// Another one is, and has taken the call: end.
    void handedOver();
    /// Another one is, and does not answer; or no lock can be had.
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

/// Beside the engine's ownerPlace().
[[nodiscard]] Result<OwnerPlace> windowPlace();

} // namespace lynceus
