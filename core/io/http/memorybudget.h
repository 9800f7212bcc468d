#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace lynceus {

class MemoryShare;

/// How many bytes all answers may take together that are under way at one time. Each has a cap of its own; without a
/// common one, forty broken servers would take forty times that.
///
/// When the answers together pass the budget, the largest ends: what is usual is small, and a server that sends without
/// an end soon has the largest answer. May be used in several threads.
class MemoryBudget final
{
public:
    explicit MemoryBudget(qint64 bytes);

    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    /// By all shares together.
    [[nodiscard]] qint64 usedBytes() const;

private:
    friend class MemoryShare;

    qint64 m_bytes;
    mutable std::mutex m_mutex; ///< of the rest
    qint64 m_used = 0;
    std::vector<MemoryShare *> m_shares;
};

/// What one answer takes of a budget, until it is destroyed.
class MemoryShare final
{
public:
    /// @param budget null: none, and there is always room
    /// @param owner lives in the thread that calls resize()
    /// @param end called from the owner's event loop when this one has to end so that others have room
    MemoryShare(std::shared_ptr<MemoryBudget> budget, QObject *owner, std::function<void()> end);
    ~MemoryShare();
    MemoryShare(const MemoryShare &) = delete;
    MemoryShare &operator=(const MemoryShare &) = delete;

    /// What to say of an answer that had no room; only with a budget.
    [[nodiscard]] QString problem() const;
    /// From now on it takes this many bytes. False: there is no room, it must end.
    [[nodiscard]] bool resize(qint64 bytes);
    /// The answer is whole and is used now: it is not ended any more.
    void keep();

private:
    friend class MemoryBudget;

    std::shared_ptr<MemoryBudget> m_budget;
    QPointer<QObject> m_owner;
    std::function<void()> m_end;
    qint64 m_bytes = 0;
    bool m_mustEnd = false;
    bool m_isKept = false;
};

} // namespace lynceus
