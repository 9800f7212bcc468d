#pragma once

#include "core/engine/owner/ownerqueries.h"

#include <QObject>

namespace lynceus {

/// What the owner of the engine does for other processes of the same person:
///
/// | verb | arguments | result |
/// |---|---|---|
/// | watch-add | `requests`: WatchRequests | `ids` |
/// | watch-add-any | the same, where earlier versions would not understand a request | `ids` |
/// | watch-add-children | the same, where one is with children, which versions before this one knew not | `ids` |
/// | watch-extend | `id`, `by` in ms | |
/// | watch-cancel | `id` | |
/// | follow-save | `rule`: a FollowRule | |
/// | follow-remove | `name` | |
/// | hand-over | | (a daemon only) it lets the lock go right after the answer |
///
/// and those of OwnerQueries.
class OwnerService final : public QObject
{
    Q_OBJECT
public:
    enum class Role { Window, Daemon };

    /// What is asked before Engine::started() waits for it.
    OwnerService(Engine &engine, OwnerSocket &socket, Role role, QObject *parent = nullptr);

Q_SIGNALS:
    /// The answer is on its way: save, let the lock go, end.
    void handOverWanted();

private:
    void take(const OwnerQuestion &question);
    void answer(const OwnerQuestion &question);
    void addWatches(const OwnerQuestion &question);
    void changeWatch(const OwnerQuestion &question);
    void changeRule(const OwnerQuestion &question);

    Engine &m_engine;
    OwnerQueries m_looks;
    Role m_role;
    std::vector<OwnerQuestion> m_early; ///< what was asked before the engine had started
};

[[nodiscard]] QString nameOf(OwnerService::Role role);

} // namespace lynceus
