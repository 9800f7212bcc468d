#include "core/engine/notifications/followedtasks.h"

#include "core/io/process/systemuser.h"

namespace lynceus {

FollowedTasks::FollowedTasks(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_authors(systemUser())
    , m_rules(engine.state().rules())
{
    connect(&engine, &Engine::rulesChanged, this, [this] {
        m_rules = FollowMatcher(m_engine.state().rules());
        takeAll();
    });
    connect(&engine, &Engine::serverTasksChanged, this, &FollowedTasks::takeChanges);
    connect(&engine, &Engine::teamServerRemoved, this, [this](const QString &server) {
        const auto ids = m_tasks.keys();
        for (const auto &id : ids) {
            if (taskPlaceOf(id)->server == server)
                remove(id);
        }
    });
    connect(&engine, &Engine::watchChanged, this, &FollowedTasks::takeWatch);
    connect(&engine, &Engine::watchRemoved, this, &FollowedTasks::dropWatch);
}

void FollowedTasks::setAuthors(const QStringList &authors)
{
    const auto wanted = authors.isEmpty() ? QStringList{systemUser()} : authors;
    if (wanted == m_authors)
        return;
    m_authors = wanted;
    takeAll();
}

void FollowedTasks::setDismissed(const QStringList &tasks)
{
    const QSet<QString> dismissed(tasks.begin(), tasks.end());
    const auto changed = (m_dismissed - dismissed) + (dismissed - m_dismissed);
    m_dismissed = dismissed;
    for (const auto &id : changed) {
        const auto place = taskPlaceOf(id);
        const auto *task = place ? m_engine.state().serverTask(place->server, place->task) : nullptr;
        if (task)
            takeTask(place->server, *task, false);
    }
}

void FollowedTasks::takeChanges(const ServerTaskChanges &changes)
{
    for (const auto &task : changes.tasks)
        takeTask(changes.server, task, !changes.isFirst);
    for (const auto &id : changes.removed)
        remove(taskWatchId({changes.server, id}));
}

void FollowedTasks::takeTask(const QString &server, const ServerTask &task, bool isNews)
{
    const auto id = taskWatchId({server, task.id});
    if (m_dismissed.contains(id) || m_engine.state().hasOwnWatchOf(task))
        return remove(id);
    auto watch = watchOf(task, server);
    if (!isOwn(task) && !isFollowed(task, watch))
        return remove(id);
    const auto known = m_tasks.constFind(id);
    if (known != m_tasks.constEnd() && *known == watch)
        return;
    m_tasks.insert(id, watch);
    Q_EMIT taskChanged(watch, isNews || task.isRunning());
}

/// After a change of authors or rules: tasks that have ended are not news.
void FollowedTasks::takeAll()
{
    for (const auto &state : m_engine.state().teamServers()) {
        const auto &server = state.server.place.id;
        for (const auto &task : m_engine.state().serverTasks(server))
            takeTask(server, task, false);
    }
}

void FollowedTasks::takeWatch(const WatchRecord &watch)
{
    const auto &name = watch.request.application.name;
    const bool isNew = !m_watched.contains(watch.id);
    m_watched.insert(watch.id, name);
    if (isNew || watch.isOver())
        takeTasksOf(name);
}

void FollowedTasks::dropWatch(const QString &id)
{
    if (const auto name = m_watched.take(id); !name.isEmpty())
        takeTasksOf(name);
}

/// After a watch of the user was added or removed. Servers may prefix names with a namespace.
void FollowedTasks::takeTasksOf(const QString &application)
{
    for (const auto &state : m_engine.state().teamServers()) {
        const auto &server = state.server.place.id;
        for (const auto &task : m_engine.state().serverTasks(server)) {
            if (task.app.endsWith(application))
                takeTask(server, task, false);
        }
    }
}

void FollowedTasks::remove(const QString &id)
{
    if (m_tasks.remove(id) > 0)
        Q_EMIT taskRemoved(id);
}

bool FollowedTasks::isOwn(const ServerTask &task) const
{
    return !task.author.isEmpty() && m_authors.contains(task.author, Qt::CaseInsensitive);
}

bool FollowedTasks::isFollowed(const ServerTask &task, const WatchRecord &watch) const
{
    if (m_rules.isEmpty())
        return false;
    Application application; // as far as a task contains it
    application.name = watch.request.application.name;
    application.nameSpace = watch.request.application.nameSpace;
    application.project = task.project;
    for (const auto &image : watch.request.images)
        application.summaryImages.append(familiarName(image));
    const auto &server = watch.request.application.instance;
    const auto name = task.instance.isEmpty() ? m_engine.state().instanceName(server) : task.instance;
    return m_rules.match(application, name) != nullptr;
}

} // namespace lynceus
