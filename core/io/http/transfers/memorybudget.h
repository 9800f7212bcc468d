#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace lynceus {

class MemoryShare;

/// Limits the total memory of all answers in progress. Each answer has its own cap; without a common limit, forty
/// broken servers would use forty times that.
///
/// When the total exceeds the budget, the largest answer is ended: ordinary answers are small, and a server that sends
/// without end soon has the largest. Thread-safe.
class MemoryBudget final
{
public:
    explicit MemoryBudget(qint64 bytes);

    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    /// By all shares.
    [[nodiscard]] qint64 usedBytes() const;

private:
    friend class MemoryShare;

    qint64 m_bytes;
    mutable std::mutex m_mutex; ///< protects the members below
    qint64 m_used = 0;
    std::vector<MemoryShare *> m_shares;
};

/// The part of a budget that one answer uses, until it is destroyed.
class MemoryShare final
{
public:
    /// @param budget null: no limit. @param owner lives in the thread that calls resize(). @param end called from the
    /// owner's event loop if this answer must end to make room for others.
    MemoryShare(std::shared_ptr<MemoryBudget> budget, QObject *owner, std::function<void()> end);
    ~MemoryShare();
    MemoryShare(const MemoryShare &) = delete;
    MemoryShare &operator=(const MemoryShare &) = delete;

    /// Error message for an answer without room; only with a budget.
    [[nodiscard]] QString problem() const;
    /// Sets the number of used bytes. Returns false if there is no room and the answer must end.
    [[nodiscard]] bool resize(qint64 bytes);
    /// The answer is complete and in use: it can no longer be ended.
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
