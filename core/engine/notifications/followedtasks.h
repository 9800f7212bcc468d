#pragma once

#include "core/domain/follow/followrule.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/engine/facade/engine.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace lynceus {

/// Tasks of team servers that concern the user, as watches: tasks of the user's own pipelines and tasks that match a
/// follow rule, except if a watch of the user waits for the same version. Used by notifications, tray and
/// announcements.
///
/// Lives in the thread of the engine's user; construct it before Engine::start().
class FollowedTasks final : public QObject
{
    Q_OBJECT
public:
    explicit FollowedTasks(Engine &engine, QObject *parent = nullptr);

    /// Task authors that are the user, case-insensitive. Empty: the name of the system's user.
    void setAuthors(const QStringList &authors);
    /// Ids of watchOf() that the user dismissed from the board; they are omitted here.
    void setDismissed(const QStringList &tasks);

    /// By id of watchOf().
    [[nodiscard]] const QMap<QString, WatchRecord> &tasks() const { return m_tasks; }

Q_SIGNALS:
    /// The task is new or has changed. @p isNews false: it had ended before it was first listed here.
    void taskChanged(const WatchRecord &task, bool isNews);
    void taskRemoved(const QString &id);

private:
    void takeChanges(const ServerTaskChanges &changes);
    void takeTask(const QString &server, const ServerTask &task, bool isNews);
    void takeAll();
    void takeWatch(const WatchRecord &watch);
    void dropWatch(const QString &id);
    void takeTasksOf(const QString &application);
    void remove(const QString &id);
    [[nodiscard]] bool isOwn(const ServerTask &task) const;
    [[nodiscard]] bool isFollowed(const ServerTask &task, const WatchRecord &watch) const;

    Engine &m_engine;
    QMap<QString, WatchRecord> m_tasks;
    QHash<QString, QString> m_watched; ///< application names of the user's watches, by watch id
    QStringList m_authors;
    QSet<QString> m_dismissed;
    FollowMatcher m_rules;
};

} // namespace lynceus
