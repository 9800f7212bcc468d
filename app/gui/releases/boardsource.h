#pragma once

#include "core/engine/teamserver/teamserverstate.h"

#include <QObject>
#include <QStringList>

namespace lynceus {

class BoardModel;
class Engine;
struct ApplicationKey;
struct WatchRecord;

/// Keeps @p model, its owner, filled: with all watches, and with the tasks of team servers for which no watch of ours
/// asks and which were not dismissed.
class BoardSource final : public QObject
{
    Q_OBJECT
public:
    BoardSource(Engine &engine, BoardModel &model);

    /// Ids of tasks that are hidden although their servers still list them.
    [[nodiscard]] const QStringList &dismissed() const { return m_dismissed; }
    void setDismissed(const QStringList &tasks);
    void dismiss(const QStringList &tasks);

Q_SIGNALS:
    void dismissedChanged(const QStringList &tasks);

private:
    void takeWatch(const WatchRecord &watch);
    void dropWatch(const QString &id);
    void takeTasks(const ServerTaskChanges &changes);
    void takeTask(const QString &server, const ServerTask &task);
    void forgetDismissed(const QString &server);
    void showTasksBeside(const ApplicationKey &own);

    Engine &m_engine;
    BoardModel &m_model;
    QStringList m_dismissed;
};

} // namespace lynceus
