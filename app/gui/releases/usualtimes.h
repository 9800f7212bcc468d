#pragma once

#include <QObject>
#include <QSet>

namespace lynceus {

class BoardModel;
class Engine;
struct WatchRecord;

/// Requests the usual rollout duration of an application once for each running watch whose version was detected, and
/// passes it to the board.
class UsualTimes final : public QObject
{
    Q_OBJECT
public:
    /// Connects to @p engine and starts with its current watches; @p model becomes the parent.
    UsualTimes(Engine &engine, BoardModel &model);

private:
    void take(const WatchRecord &watch);

    Engine &m_engine;
    BoardModel &m_model;
    QSet<QString> m_asked; ///< ids
};

} // namespace lynceus
