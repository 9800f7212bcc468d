#pragma once

#include "core/domain/model/event.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <vector>

namespace lynceus {

/// Kubernetes events, newest first. New lists are merged into the shown one: rows that stay keep their selection.
class EventsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Last, Type, About, Reason, Count, Message, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void showEvents(std::vector<ResourceEvent> events);
    void setNow(Instant now) { m_now = now; }
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    [[nodiscard]] const ResourceEvent &eventAt(int row) const { return m_events[std::size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const ResourceEvent &event, Column column) const;

    std::vector<ResourceEvent> m_events;
    Instant m_now{};
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

[[nodiscard]] bool isWarning(const ResourceEvent &event);

} // namespace lynceus
