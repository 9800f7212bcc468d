#include "app/gui/releases/boardsource.h"

#include "app/gui/instances/teamservertext.h"
#include "app/gui/releases/boardmodel.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/engine/facade/engine.h"

#include <utility>

namespace lynceus {

BoardSource::BoardSource(Engine &engine, BoardModel &model)
    : QObject(&model)
    , m_engine(engine)
    , m_model(model)
{
    connect(&engine, &Engine::instanceChanged, &model, &BoardModel::putInstance);
    connect(&engine, &Engine::watchChanged, this, &BoardSource::takeWatch);
    connect(&engine, &Engine::watchRemoved, this, &BoardSource::dropWatch);
    connect(&engine, &Engine::teamServerChanged, this,
            [this](const TeamServerState &server) { m_model.putInstance(shownState(server)); });
    connect(&engine, &Engine::teamServerRemoved, this, [this](const QString &id) {
        for (const auto &task : m_model.tasksOf(id))
            m_model.removeWatch(task);
        forgetDismissed(id);
    });
    connect(&engine, &Engine::serverTasksChanged, this, &BoardSource::takeTasks);
    const auto &state = engine.state();
    for (const auto &instance : state.instances())
        model.putInstance(instance);
    for (const auto &watch : state.watches())
        model.putWatch(watch);
    for (const auto &server : state.teamServers()) {
        model.putInstance(shownState(server));
        for (const auto &task : state.serverTasks(server.server.place.id))
            takeTask(server.server.place.id, task);
    }
}

void BoardSource::setDismissed(const QStringList &tasks)
{
    const auto before = std::exchange(m_dismissed, tasks);
    for (const auto &id : before + tasks) {
        const auto place = taskPlaceOf(id);
        const auto *task = place ? m_engine.state().serverTask(place->server, place->task) : nullptr;
        if (task)
            takeTask(place->server, *task);
    }
}

void BoardSource::dismiss(const QStringList &tasks)
{
    m_dismissed += tasks;
    for (const auto &task : tasks)
        m_model.removeWatch(task);
    Q_EMIT dismissedChanged(m_dismissed);
}

void BoardSource::takeWatch(const WatchRecord &watch)
{
    if (!m_model.watch(watch.id) || watch.isOver())
        showTasksBeside(watch.request.application);
    m_model.putWatch(watch);
}

void BoardSource::dropWatch(const QString &id)
{
    const auto *watch = m_model.watch(id);
    const auto application = watch ? watch->request.application : ApplicationKey();
    m_model.removeWatch(id);
    showTasksBeside(application);
}

void BoardSource::takeTasks(const ServerTaskChanges &changes)
{
    for (const auto &task : changes.tasks)
        takeTask(changes.server, task);
    for (const auto &task : changes.removed) {
        const auto id = taskWatchId({changes.server, task});
        m_dismissed.removeAll(id);
        m_model.removeWatch(id);
    }
    if (changes.isFirst)
        forgetDismissed(changes.server);
}

/// Forgets dismissed tasks that the server no longer lists: some may have left its list while Lynceus did not run.
void BoardSource::forgetDismissed(const QString &server)
{
    m_dismissed.removeIf([this, &server](const QString &id) {
        const auto place = taskPlaceOf(id);
        return !place || (place->server == server && !m_engine.state().serverTask(server, place->task));
    });
}

/// A local watch for the same version replaces the task.
void BoardSource::takeTask(const QString &server, const ServerTask &task)
{
    const auto id = taskWatchId({server, task.id});
    if (m_dismissed.contains(id) || m_engine.state().hasOwnWatchOf(task))
        m_model.removeWatch(id);
    else
        m_model.putWatch(watchOf(task, server));
}

/// Call after a local watch was added or removed.
void BoardSource::showTasksBeside(const ApplicationKey &own)
{
    for (const auto &state : m_engine.state().teamServers()) {
        const auto &server = state.server.place.id;
        for (const auto &task : m_engine.state().serverTasks(server)) {
            if (task.app.endsWith(own.name))
                takeTask(server, task);
        }
    }
}

} // namespace lynceus
