#include "app/gui/newwatch/watchtargets.h"

#include "app/gui/newwatch/targetmemory.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "core/engine/facade/engine.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

WatchTargets::WatchTargets(Engine &engine, Applications applications, WindowMemory &memory, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_applications(std::move(applications))
    , m_memory(std::make_unique<TargetMemory>(memory))
{
    connect(&engine, &Engine::applicationsChanged, this, [this](const ChangeSet &changes) {
        if (m_index)
            m_index->apply(changes);
        Q_EMIT changed();
    });
    connect(&engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        const Reported now{state.instance, state.connection};
        if (std::exchange(m_reported[state.instance.id], now) != now)
            Q_EMIT changed();
    });
    connect(&engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        m_reported.remove(id);
        if (m_index)
            m_index->removeInstance(id);
        Q_EMIT changed();
    });
}

WatchTargets::~WatchTargets() = default;

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
    return m_engine.state().instance(id);
}

QString WatchTargets::instanceName(const QString &id) const
{
    return m_engine.state().instanceName(id);
}

QString WatchTargets::typedName(const ApplicationKey &key) const
{
    const auto name = index().isAmbiguous(key) ? key.nameSpace + u'/' + key.name : key.name;
    return instanceName(key.instance) + u':' + name;
}

std::optional<WatchTarget> WatchTargets::calledBy(const QString &typedName) const
{
    const auto colon = typedName.indexOf(u':');
    for (const auto &state : m_engine.state().instances()) {
        if (colon > 0 && state.instance.name.compare(QStringView(typedName).first(colon), Qt::CaseInsensitive) == 0)
            return index().named(state.instance.id, typedName.sliced(colon + 1));
    }
    return {};
}

bool WatchTargets::isWatched(const ApplicationKey &application, const ImageReference &image) const
{
    return std::ranges::any_of(m_engine.state().watches(), [&](const WatchRecord &watch) {
        return !watch.isOver() && !watch.request.withChildren && watch.request.application == application
            && std::ranges::any_of(watch.request.images, [&](const ImageReference &other) {
                   return sameRepository(image, other, watch.request.registryProxies);
               });
    });
}

bool WatchTargets::isWatched(const ApplicationKey &application, ExpectedVersion::Kind kind) const
{
    return std::ranges::any_of(m_engine.state().watches(), [&](const WatchRecord &watch) {
        return !watch.isOver() && !watch.request.withChildren && watch.request.application == application
            && watch.request.version.kind == kind;
    });
}

QStringList WatchTargets::instanceIds() const
{
    auto ids = m_engine.state().instances().keys();
    std::ranges::sort(ids, {}, [this](const QString &id) { return std::pair(instanceName(id), id); });
    return ids;
}

QStringList WatchTargets::troubles() const
{
    QStringList troubles;
    for (const auto &state : m_engine.state().instances()) {
        const auto connection = state.connection;
        if (connection != Connection::Live && connection != Connection::Polling)
            troubles.append(state.instance.name + u": "_s + markOf(connection).word);
    }
    troubles.sort();
    return troubles;
}

} // namespace lynceus
