#pragma once

#include "core/domain/follow/followrule.h"
#include "core/domain/watch/watchrecord.h"
#include "core/io/clock.h"
#include "core/io/ipc/ownerclient.h"
#include "core/io/ipc/ownerplace.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <functional>
#include <memory>

namespace lynceus {

class FollowRegistry;
class WatchRegistry;

/// Changes of commands to the user's watches and follow rules: sent to the process that owns the engine, if there is
/// one; otherwise written to the store under the owner's lock, where the next owner reads them.
class WatchChanges final : public QObject
{
    Q_OBJECT
public:
    /// Ids if something was added. Called once, never synchronously.
    using Done = std::function<void(const Result<QStringList> &)>;
    /// How long to wait for a silent owner that holds the lock: it may be starting or ending.
    static constexpr std::chrono::milliseconds kPatience{15'000};

    WatchChanges(OwnerPlace place, const Clock &clock, QObject *parent = nullptr);
    ~WatchChanges() override;

    // One at a time. Errors: those of WatchRegistry and of its store, and TimedOut for an owner that does not respond.
    void add(const std::vector<WatchRequest> &requests, Done done);
    void extend(const QString &id, Duration by, Done done);
    void cancel(const QString &id, Done done);
    /// Errors: those of FollowRegistry.
    void saveRule(const FollowRule &rule, Done done);
    void removeRule(const QString &name, Done done);

    /// True if a process follows the last change.
    [[nodiscard]] bool hasOwner() const { return m_hasOwner; }
    /// Starts the background service and reports whether it started. Called once, never synchronously.
    void startFollowing(const std::function<void(bool)> &done);

private:
    struct Change
    {
        QString command;
        QCborMap arguments;
        std::function<Result<QStringList>()> inStore; ///< called while the lock is held
        Done done;
    };

    void begin(Change change);
    void tryOnce();
    void askOwner();
    [[nodiscard]] Result<QStringList> changeWatches(const std::function<Result<QStringList>(WatchRegistry &)> &change);
    [[nodiscard]] Result<QStringList> changeRules(const std::function<Result<void>(FollowRegistry &)> &change);
    void settle(const Result<QStringList> &result);
    void findOwner(const std::function<void(bool)> &done);

    OwnerPlace m_place;
    const Clock &m_clock;
    Change m_change;
    std::unique_ptr<OwnerClient> m_client;
    QTimer m_again;
    QDeadlineTimer m_patience;
    bool m_hasOwner = false;
};

} // namespace lynceus
