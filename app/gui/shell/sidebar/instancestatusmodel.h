#pragma once

#include "core/engine/instances/instancestate.h"
#include "core/io/clock.h"

#include <QAbstractListModel>
#include <QTimeZone>

#include <vector>

namespace lynceus {

/// The instances sorted by name, with their freshness; for the sidebar.
class InstanceStatusModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit InstanceStatusModel(const Clock &clock, QObject *parent = nullptr);

    void set(const InstanceState &state);
    void remove(const QString &id);
    /// Time zone of times in errors.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    [[nodiscard]] const InstanceState &at(int row) const { return m_states[std::size_t(row)]; }
    /// "2 s", "4 min"; empty if there was no response yet, or the instance is paused.
    [[nodiscard]] QString age(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::vector<InstanceState> m_states;
};

} // namespace lynceus
