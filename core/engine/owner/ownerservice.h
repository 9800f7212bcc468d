#pragma once

#include "core/engine/owner/ownerqueries.h"

#include <QObject>

namespace lynceus {

/// Executes commands of other processes of the user in the owner of the engine:
///
/// | verb | arguments | result |
/// |---|---|---|
/// | watch-add | `requests`: WatchRequests | `ids` |
/// | watch-add-any | the same, for requests that earlier versions do not understand | `ids` |
/// | watch-add-children | the same, for requests with children, which earlier versions do not know | `ids` |
/// | watch-extend | `id`, `by` in ms | |
/// | watch-cancel | `id` | |
/// | follow-save | `rule`: a FollowRule | |
/// | follow-remove | `name` | |
/// | hand-over | | (daemon only) releases the lock right after the answer |
///
/// and the queries of OwnerQueries.
class OwnerService final : public QObject
{
    Q_OBJECT
public:
    enum class Role { Window, Daemon };

    /// Questions that arrive before Engine::started() are answered after it.
    OwnerService(Engine &engine, OwnerSocket &socket, Role role, QObject *parent = nullptr);

Q_SIGNALS:
    /// The answer is being sent: save, release the lock, exit.
    void handOverWanted();

private:
    void take(const OwnerQuestion &question);
    void answer(const OwnerQuestion &question);
    void addWatches(const OwnerQuestion &question);
    void changeWatch(const OwnerQuestion &question);
    void changeRule(const OwnerQuestion &question);

    Engine &m_engine;
    OwnerQueries m_queries;
    Role m_role;
    std::vector<OwnerQuestion> m_early; ///< questions that arrived before the engine had started
};

[[nodiscard]] QString nameOf(OwnerService::Role role);

} // namespace lynceus
