#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/engine/instancestate.h"

#include <QMap>

namespace lynceus {

/// What an engine knows at this moment of instances and watches, in the thread of its user.
///
/// Engine owns it and changes it before it signals the change, so that whoever reads it in a slot sees the new value,
/// and whoever is constructed late sees everything. Consumers read it instead of keeping values of their own. Tests
/// build one by hand.
class EngineState
{
public:
    /// By id.
    [[nodiscard]] const QMap<QString, InstanceState> &instances() const { return m_instances; }
    /// Null: not known. Valid until the next change.
    [[nodiscard]] const InstanceState *instance(const QString &id) const;
    /// As people call it; the id itself of an instance that is not known (removed: its history stays).
    [[nodiscard]] QString instanceName(const QString &id) const;

    /// Those on the board, by id.
    [[nodiscard]] const QMap<QString, WatchRecord> &watches() const { return m_watches; }
    /// Null: not on the board. Valid until the next change.
    [[nodiscard]] const WatchRecord *watch(const QString &id) const;

    /// Settings, store and cache were read: what is not here does not exist.
    [[nodiscard]] bool hasStarted() const { return m_hasStarted; }

    void put(const InstanceState &state) { m_instances.insert(state.instance.id, state); }
    void put(const WatchRecord &watch) { m_watches.insert(watch.id, watch); }
    void removeInstance(const QString &id) { m_instances.remove(id); }
    void removeWatch(const QString &id) { m_watches.remove(id); }
    void setStarted() { m_hasStarted = true; }

private:
    QMap<QString, InstanceState> m_instances;
    QMap<QString, WatchRecord> m_watches;
    bool m_hasStarted = false;
};

} // namespace lynceus
