#pragma once

#include <QObject>
#include <QSet>

namespace lynceus {

class BoardModel;
class Engine;
struct WatchRecord;

/// Asks once for each running watch, when its version was noticed, how long rollouts of its application usually take,
/// and tells the board.
class UsualTimes final : public QObject
{
    Q_OBJECT
public:
    /// Listens to @p engine, and begins with what it knows; @p model is the parent.
    UsualTimes(Engine &engine, BoardModel &model);

private:
    void take(const WatchRecord &watch);

    Engine &m_engine;
    BoardModel &m_model;
    QSet<QString> m_asked; ///< ids
};

} // namespace lynceus
