#include "app/gui/newwatch/watchtargets.h"

#include "app/gui/widgets/statemarks.h"
#include "core/engine/engine.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

WatchTargets::WatchTargets(Engine &engine, Applications applications, QObject *parent)
    : QObject(parent)
    , m_applications(std::move(applications))
{
    connect(&engine, &Engine::applicationsChanged, this, [this](const ChangeSet &changes) {
        if (m_index)
            m_index->apply(changes);
        Q_EMIT changed();
    });
    connect(&engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        const auto before = m_instances.constFind(state.instance.id);
        const bool isSame = before != m_instances.constEnd() && before->instance == state.instance
            && before->connection == state.connection;
        m_instances.insert(state.instance.id, state);
        if (!isSame)
            Q_EMIT changed();
    });
    connect(&engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        m_instances.remove(id);
        if (m_index)
            m_index->removeInstance(id);
        Q_EMIT changed();
    });
    connect(&engine, &Engine::watchChanged, this, [this](const WatchRecord &watch) {
        if (watch.isOver())
            m_running.remove(watch.id);
        else
            m_running.insert(watch.id, watch);
    });
    connect(&engine, &Engine::watchRemoved, this, [this](const QString &id) { m_running.remove(id); });
}

const TargetIndex &WatchTargets::index() const
{
    if (!m_index) {
        m_index.emplace();
        m_applications([this](const ApplicationEntry &entry) { m_index->put(entry); });
    }
    return *m_index;
}

const InstanceState *WatchTargets::instance(const QString &id) const
{
    const auto found = m_instances.constFind(id);
    return found == m_instances.constEnd() ? nullptr : &*found;
}

QString WatchTargets::instanceName(const QString &id) const
{
    const auto *state = instance(id);
    return state ? state->instance.name : id;
}

QString WatchTargets::typedName(const ApplicationKey &key) const
{
    const auto name = index().isAmbiguous(key) ? key.nameSpace + u'/' + key.name : key.name;
    return instanceName(key.instance) + u':' + name;
}

std::optional<WatchTarget> WatchTargets::calledBy(const QString &typedName) const
{
    const auto colon = typedName.indexOf(u':');
    for (const auto &state : m_instances) {
        if (colon > 0 && state.instance.name.compare(QStringView(typedName).first(colon), Qt::CaseInsensitive) == 0)
            return index().named(state.instance.id, typedName.sliced(colon + 1));
    }
    return {};
}

bool WatchTargets::isWatched(const ApplicationKey &application, const ImageReference &image) const
{
    return std::ranges::any_of(m_running, [&](const WatchRecord &watch) {
        return watch.request.application == application
            && std::ranges::any_of(watch.request.images, [&](const ImageReference &other) {
                   return sameRepository(image, other, watch.request.registryProxies);
               });
    });
}

bool WatchTargets::isWatched(const ApplicationKey &application, ExpectedVersion::Kind kind) const
{
    return std::ranges::any_of(m_running, [&](const WatchRecord &watch) {
        return watch.request.application == application && watch.request.version.kind == kind;
    });
}

QStringList WatchTargets::instanceIds() const
{
    auto ids = m_instances.keys();
    std::ranges::sort(ids, {}, [this](const QString &id) { return std::pair(instanceName(id), id); });
    return ids;
}

QStringList WatchTargets::troubles() const
{
    using Connection = InstanceState::Connection;
    QStringList troubles;
    for (const auto &state : m_instances) {
        const auto connection = state.connection;
        if (connection != Connection::Live && connection != Connection::Polling)
            troubles.append(state.instance.name + u": "_s + markOf(connection).word);
    }
    troubles.sort();
    return troubles;
}

} // namespace lynceus
