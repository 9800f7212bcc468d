#include "app/gui/applications/applicationsview.h"

#include "app/gui/applications/applicationpainter.h"
#include "app/gui/widgets/style/density.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace lynceus {

namespace {

constexpr int kRowHeight = 34; ///< px at 100 % (design "Screens"); more where the font is larger
/// px at 100 %, by column: widths of the design.
constexpr std::array kWidths{216, 120, 104, 130, 124, 184, 112, 76};

/// Columns to hide first if there is not enough room; names and versions are always visible.
constexpr std::array kByWorth{ApplicationColumn::DataAge, ApplicationColumn::Project, ApplicationColumn::LastSync,
                              ApplicationColumn::Instance, ApplicationColumn::Sync};

} // namespace

/// Only for sizes: rows are painted as a whole.
class ApplicationsView::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {kWidths[0], lynceus::rowHeight(option, qMax(kRowHeight, option.fontMetrics.height() + 14))};
    }
};

ApplicationsView::ApplicationsView(ApplicationsModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_delegate(new Delegate(this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Applications"));
    setSortingEnabled(true);
    header()->setSortIndicator(int(ApplicationColumn::Name), Qt::AscendingOrder);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(true);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header()->setAccessibleName(tr("Columns"));
    for (int column = 0; column < kApplicationColumns; ++column)
        header()->resizeSection(column, kWidths[std::size_t(column)]);
    connect(this, &QTreeView::doubleClicked, this, &ApplicationsView::opened);
}

std::vector<ApplicationKey> ApplicationsView::selectedKeys() const
{
    std::vector<ApplicationKey> keys;
    auto rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const auto &index : rows)
        keys.push_back(m_model.keyOf(m_model.row(index.row())));
    return keys;
}

std::optional<ApplicationKey> ApplicationsView::currentKey() const
{
    const auto index = currentIndex();
    return index.isValid() ? std::optional(m_model.keyOf(m_model.row(index.row()))) : std::nullopt;
}

bool ApplicationsView::showKey(const ApplicationKey &key)
{
    const int row = m_model.rowOf(key);
    if (row < 0)
        return false;
    const auto index = m_model.index(row, 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

void ApplicationsView::renewAges()
{
    for (const auto column : {ApplicationColumn::LastSync, ApplicationColumn::DataAge}) {
        const int section = int(column);
        if (!isColumnHidden(section))
            viewport()->update(columnViewportPosition(section), 0, columnWidth(section), viewport()->height());
    }
}

void ApplicationsView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ApplicationPainter cells(m_model, option.palette, option.font, option.direction);
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool selected = selectionModel()->isRowSelected(index.row());
    const bool focused = hasFocus() && currentIndex().row() == index.row();
    cells.paintGround(painter, row, index.row(), selected, focused);
    for (int section = 0; section < kApplicationColumns; ++section) {
        if (isColumnHidden(section))
            continue;
        const QRect cell(columnViewportPosition(section), row.top(), columnWidth(section), row.height());
        if (cell.intersects(viewport()->rect()))
            cells.paintCell(painter, cell, index.row(), ApplicationColumn(section), selected);
    }
}

void ApplicationsView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

/// Uses the widths that the user chose.
void ApplicationsView::fitColumns()
{
    auto &columns = *header();
    for (const auto column : kByWorth) // a hidden column has no width
        columns.setSectionHidden(int(column), false);
    // The last column is stretched; its required width is only in the design.
    const int last = columns.logicalIndex(columns.count() - 1);
    int needed = kWidths[std::size_t(last)];
    for (int section = 0; section < columns.count(); ++section)
        needed += section == last ? 0 : columns.sectionSize(section);
    for (const auto column : kByWorth) {
        if (needed <= viewport()->width())
            break;
        needed -= int(column) == last ? kWidths[std::size_t(last)] : columns.sectionSize(int(column));
        columns.setSectionHidden(int(column), true);
    }
}

void ApplicationsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentKeyChanged();
}

void ApplicationsView::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    // Qt makes the first row current without selecting it: its details would be shown, but actions would be disabled.
    if (event->reason() != Qt::MouseFocusReason && !selectionModel()->hasSelection() && m_model.rowCount() > 0)
        selectionModel()->setCurrentIndex(currentIndex().isValid() ? currentIndex() : m_model.index(0, 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ApplicationsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT opened();
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace lynceus
