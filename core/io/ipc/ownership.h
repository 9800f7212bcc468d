#pragma once

#include "core/io/ipc/ownerclient.h"
#include "core/io/ipc/ownerlock.h"
#include "core/io/ipc/ownersocket.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <memory>

namespace lynceus {

/// Makes this process the owner of the user's engine: takes its lock and opens its socket for other processes.
///
/// Must outlive the engine, which must have written everything before the lock is released.
class Ownership final : public QObject
{
    Q_OBJECT
public:
    enum class Wish {
        IfFree,   ///< for a daemon: an existing owner stays
        TakeOver, ///< for a window: an existing daemon saves and exits
    };
    /// How long a daemon may take to save and exit.
    static constexpr std::chrono::milliseconds kPatience{15'000};

    /// @p role "window" or "daemon", reported to other processes.
    Ownership(const OwnerPlace &place, const QString &role, QObject *parent = nullptr);
    ~Ownership() override;

    /// Exactly one of owned(), occupied() and failed() follows, not during this call.
    void take(Wish wish);
    void release();

    [[nodiscard]] OwnerSocket &socket() { return m_socket; }

Q_SIGNALS:
    /// The lock is held and the socket is listening.
    void owned();
    /// Another process answers and keeps the lock. @p process: its number, 0 if unknown.
    void occupied(qint64 process);
    /// Lock or socket are not possible, or the holder of the lock neither answers nor exits; one sentence.
    void failed(const lynceus::Error &error);

private:
    void tryOnce();
    void listen();
    void findProcess();
    void askToHandOver();
    [[nodiscard]] Error stuck() const;
    [[nodiscard]] bool isElsewhere();

    OwnerLock m_lock;
    OwnerSocket m_socket;
    OwnerPlace m_place;
    Wish m_wish = Wish::IfFree;
    std::unique_ptr<OwnerClient> m_client;
    QTimer m_again;
    QDeadlineTimer m_patience;
    int m_seenElsewhere = 0; ///< checks in a row that found the lock held on another computer
    bool m_promised = false; ///< the daemon confirmed that it exits
};

} // namespace lynceus
