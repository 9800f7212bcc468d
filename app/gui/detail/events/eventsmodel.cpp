#include "app/gui/detail/events/eventsmodel.h"

#include "app/gui/detail/resources/resourcetext.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/icons.h"
#include "core/domain/manifest/linediff.h"
#include "core/domain/text/visibletext.h"
#include "core/domain/time/zonedtime.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Kubernetes increments the count of an event while these fields are equal.
QString identity(const ResourceEvent &event)
{
    return QStringList{event.involved.kind,
                       event.involved.nameSpace,
                       event.involved.name,
                       event.type,
                       event.reason,
                       event.message,
                       event.first ? formatRfc3339(*event.first) : QString()}
        .join(u'\n');
}

std::vector<QString> identities(const std::vector<ResourceEvent> &events)
{
    std::vector<QString> all(events.size());
    std::ranges::transform(events, all.begin(), identity);
    return all;
}

} // namespace

bool isWarning(const ResourceEvent &event)
{
    return event.type == "Warning"_L1;
}

void EventsModel::showEvents(std::vector<ResourceEvent> events)
{
    std::ranges::stable_sort(events, std::greater(), &ResourceEvent::last);
    const auto before = identities(m_events);
    const auto after = identities(events);
    const std::vector<QStringView> left(before.begin(), before.end());
    const std::vector<QStringView> right(after.begin(), after.end());
    auto spans = diffLines(left, right);
    std::ranges::reverse(spans); // from the end, so that earlier row numbers stay valid
    for (const auto &span : spans) {
        const auto at = m_events.begin() + span.before;
        const auto first = events.begin() + span.after;
        switch (span.kind) {
        case DiffSpan::Kind::Removed:
            beginRemoveRows({}, span.before, span.before + span.count - 1);
            m_events.erase(at, at + span.count);
            endRemoveRows();
            break;
        case DiffSpan::Kind::Added:
            beginInsertRows({}, span.before, span.before + span.count - 1);
            m_events.insert(at, first, first + span.count);
            endInsertRows();
            break;
        case DiffSpan::Kind::Same:
            if (!std::equal(at, at + span.count, first)) {
                std::copy_n(first, span.count, at);
                Q_EMIT dataChanged(index(span.before, 0), index(span.before + span.count - 1, ColumnCount - 1));
            }
            break;
        }
    }
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventsModel::text(const ResourceEvent &event, Column column) const
{
    switch (column) {
    case Last:
        return event.last ? tr("%1 ago").arg(ageText(m_now - *event.last)) : QString();
    case Type:
        return event.type;
    case About:
        return event.involved.kind + u' ' + event.involved.name;
    case Reason:
        return event.reason;
    case Count:
        return event.count > 1 ? u"×%1"_s.arg(event.count) : QString();
    case Message:
        return event.message.simplified();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &event = m_events[std::size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return visibleLine(text(event, column));
    case Qt::ToolTipRole:
        if (column == Last && event.last)
            return toolTipText(formatRfc3339(*event.last, m_zone));
        return toolTipText(column == Message ? event.message : text(event, column));
    case Qt::DecorationRole:
        if (column != Type)
            return {};
        return isWarning(event) ? glyphIcon("triangle-alert"_L1, StateRole::Held) : glyphIcon("info"_L1);
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Last:
        return tr("Last seen");
    case Type:
        return tr("Type");
    case About:
        return tr("About");
    case Reason:
        return tr("Reason");
    case Count:
        return tr("Count");
    case Message:
        return tr("Message");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace lynceus
