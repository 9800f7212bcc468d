#pragma once

#include "core/io/ipc/ownerclient.h"
#include "core/io/ipc/ownerlock.h"
#include "core/io/ipc/ownersocket.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <memory>

namespace lynceus {

/// The way to be the one owner of a person's engine: its lock, and its socket for other processes.
///
/// Must outlive the engine: who lets the lock go has written everything.
class Ownership final : public QObject
{
    Q_OBJECT
public:
    enum class Wish {
        IfFree,   ///< a daemon: whoever is there goes on
        TakeOver, ///< a window: a daemon that is there saves and goes
    };
    /// How long a daemon may take to write all and go.
    static constexpr std::chrono::milliseconds kPatience{15'000};

    /// @p role "window" or "daemon": what others are told.
    Ownership(const OwnerPlace &place, const QString &role, QObject *parent = nullptr);
    ~Ownership() override;

    /// Exactly one of owned(), occupied() and failed() follows, not from within this call.
    void take(Wish wish);
    void release();

    [[nodiscard]] OwnerSocket &socket() { return m_socket; }

Q_SIGNALS:
    /// The lock is ours and the socket listens.
    void owned();
    /// Somebody else has it, answers, and keeps it. @p process is its number, 0 if that is not known.
    void occupied(qint64 process);
    /// No lock or socket can be had, or who has the lock neither answers nor goes; one sentence.
    void failed(const lynceus::Error &error);

private:
    void tryOnce();
    void listen();
    void lookWhoIsThere();
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
    int m_seenElsewhere = 0; ///< looks in a row that found the lock held on another computer
    bool m_promised = false; ///< the daemon said that it goes
};

} // namespace lynceus
