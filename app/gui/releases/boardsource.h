#pragma once

#include "core/engine/teamserver/teamserverstate.h"

#include <QObject>
#include <QStringList>

namespace lynceus {

class BoardModel;
class Engine;
struct ApplicationKey;
struct WatchRecord;

/// Fills @p model, its owner, with all watches and with the tasks of team servers that belong to no local watch and
/// were not dismissed.
class BoardSource final : public QObject
{
    Q_OBJECT
public:
    BoardSource(Engine &engine, BoardModel &model);

    /// Ids of dismissed tasks that their servers still list.
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
