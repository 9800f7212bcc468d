#include "app/gui/environments/environments.h"

#include "core/domain/watch/watchrecord.h"
#include "core/engine/facade/engine.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace lynceus {

namespace {

/// True if environments may depend on these changes.
bool matters(const ChangeSet &changes)
{
    constexpr auto kMask =
        FieldMask(ApplicationField::Project) | FieldMask(ApplicationField::Labels) | FieldMask(ApplicationField::Other);
    return !changes.inserted.empty() || std::ranges::any_of(changes.changed, [](const ChangeSet::Changed &change) {
        return (change.mask & kMask) != 0;
    });
}

} // namespace

Environments::Environments(Engine &engine, Find find, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_find(std::move(find))
{
    connect(&engine, &Engine::applicationsChanged, this, [this](const ChangeSet &changes) {
        if (!m_all.empty() && matters(changes))
            Q_EMIT changed();
    });
    // An instance changes with each response; rules use only its name.
    connect(&engine, &Engine::instanceChanged, this,
            [this, names = QHash<QString, QString>()](const InstanceState &state) mutable {
                auto &name = names[state.instance.id];
                if (std::exchange(name, state.instance.name) != state.instance.name && !m_all.empty())
                    Q_EMIT changed();
            });
}

void Environments::setAll(const std::vector<Environment> &environments)
{
    if (m_all == environments)
        return;
    m_all = environments;
    Q_EMIT changed();
}

QStringList Environments::names() const
{
    QStringList names;
    for (const auto &environment : m_all)
        names.append(environment.name);
    return names;
}

const Environment *Environments::of(const ApplicationKey &application, const QString &project) const
{
    if (m_all.empty())
        return nullptr;
    const auto instance = m_engine.state().instanceName(application.instance);
    if (const auto *known = m_find(application))
        return environmentOf(m_all, environmentSubject(*known, instance));
    return environmentOf(m_all, {.instanceName = instance, .nameSpace = {}, .cluster = {}, .project = project});
}

const Environment *Environments::of(const WatchRecord &watch) const
{
    if (watch.argoInstance.isEmpty())
        return of(watch.request.application, watch.request.project);
    return environmentOf(
        m_all, {.instanceName = watch.argoInstance, .nameSpace = {}, .cluster = {}, .project = watch.request.project});
}

} // namespace lynceus
