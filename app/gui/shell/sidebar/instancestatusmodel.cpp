#include "app/gui/shell/sidebar/instancestatusmodel.h"

#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "app/gui/widgets/text/agetext.h"
#include "core/domain/text/nearest.h"
#include "core/domain/text/visibletext.h"
#include "core/domain/time/zonedtime.h"

#include <algorithm>

namespace lynceus {

InstanceStatusModel::InstanceStatusModel(const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{ }

void InstanceStatusModel::set(const InstanceState &state)
{
    const auto known =
        std::ranges::find(m_states, state.instance.id, [](const InstanceState &each) { return each.instance.id; });
    const auto comesBefore = [](const InstanceState &left, const InstanceState &right) {
        return compareNaturally(left.instance.name, right.instance.name) < 0;
    };
    if (known != m_states.end() && known->instance.name == state.instance.name) {
        *known = state;
        const auto row = index(int(known - m_states.begin()));
        Q_EMIT dataChanged(row, row);
        return;
    }
    if (known != m_states.end())
        remove(state.instance.id);
    const auto place = std::ranges::upper_bound(m_states, state, comesBefore);
    const int row = int(place - m_states.begin());
    beginInsertRows({}, row, row);
    m_states.insert(place, state);
    endInsertRows();
}

void InstanceStatusModel::remove(const QString &id)
{
    const auto known = std::ranges::find(m_states, id, [](const InstanceState &each) { return each.instance.id; });
    if (known == m_states.end())
        return;
    const int row = int(known - m_states.begin());
    beginRemoveRows({}, row, row);
    m_states.erase(known);
    endRemoveRows();
}

QString InstanceStatusModel::age(int row) const
{
    const auto &state = at(row);
    if (!state.receivedAt || state.connection == Connection::Paused)
        return {};
    return ageText(m_clock.now() - *state.receivedAt);
}

int InstanceStatusModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_states.size());
}

QVariant InstanceStatusModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &state = at(index.row());
    if (role == Qt::DisplayRole)
        return visibleLine(state.instance.name);
    if (role == Qt::AccessibleTextRole)
        return tr("%1: %2, data %3 old")
            .arg(visibleLine(state.instance.name), markOf(state.connection).word, age(index.row()));
    if (role == Qt::ToolTipRole)
        return toolTipText(state.message.isEmpty() ? markOf(state.connection).word
                                                   : withTimesIn(state.message, m_zone));
    return {};
}

} // namespace lynceus
