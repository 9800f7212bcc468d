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

/// The tasks of team servers that concern the user, as watches: those of the user's own pipelines and those that a
/// follow rule matches, except where a watch of the user's own waits for the same version. Notifications, tray and
/// announcements read them here.
///
/// Lives in the thread of the engine's user; construct it before Engine::start().
class FollowedTasks final : public QObject
{
    Q_OBJECT
public:
    explicit FollowedTasks(Engine &engine, QObject *parent = nullptr);

    /// Authors of tasks that are the user, whatever the case of letters. None: the system's user.
    void setAuthors(const QStringList &authors);
    /// Ids of watchOf() that the user dismissed on the board: these are left out.
    void setDismissed(const QStringList &tasks);

    /// By id of watchOf().
    [[nodiscard]] const QMap<QString, WatchRecord> &tasks() const { return m_tasks; }

Q_SIGNALS:
    /// New, or anything about it changed. @p isNews: not a task that had ended before it was first listed here.
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
    QHash<QString, QString> m_watched; ///< names of the applications of own watches, by watch
    QStringList m_authors;
    QSet<QString> m_dismissed;
    FollowMatcher m_rules;
};

} // namespace lynceus
