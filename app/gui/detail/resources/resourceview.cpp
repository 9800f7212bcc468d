#include "app/gui/detail/resources/resourceview.h"

#include "app/gui/detail/resources/resourcedelegate.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/text/agetext.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

constexpr int kFitsOnAScreen = 60; ///< rows
constexpr int kProblem = 2; ///< minimum OutlineNode::severity of a row that should be visible: worse than out of sync
constexpr int kIndentation = 22; ///< pixels at 100 %
constexpr int kLeastName = 36;   ///< characters of a resource's name and kind, with two levels of indentation

} // namespace

ResourceView::ResourceView(ResourceModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new ResourceDelegate(this));
    setUniformRowHeights(true);
    setIndentation(kIndentation);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setExpandsOnDoubleClick(false);
    setObjectName(u"resources"_s);
    setAccessibleName(tr("Resources"));
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    setWidths();
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_foldedByHand.insert(m_model.node(index).key); });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_unfolding)
            m_foldedByHand.remove(m_model.node(index).key);
    });
}

void ResourceView::update(std::vector<OutlineNode> outline)
{
    const bool isAtTop = verticalScrollBar()->value() == 0;
    const QPersistentModelIndex top = indexAt(QPoint(0, 0));
    const int offset = visualRect(top).top();
    m_model.showOutline(std::move(outline));
    // A layout is due anyway; scheduling it first makes expanding rows cheap.
    scheduleDelayedItemsLayout();
    {
        const QScopedValueRollback unfolding(m_unfolding, true);
        unfold({}, m_model.size() <= kFitsOnAScreen);
    }
    executeDelayedItemsLayout();
    if (!isAtTop && top.isValid())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(top).top() - offset);
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, 0));
}

void ResourceView::forget()
{
    m_foldedByHand.clear();
    m_model.showOutline({});
}

void ResourceView::unfold(const QModelIndex &parent, bool all)
{
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const auto index = m_model.index(row, 0, parent);
        const auto &node = m_model.node(index);
        const bool leadsToProblem = node.severity >= kProblem;
        if (node.grouped > 0 || m_model.rowCount(index) == 0 || (!all && !leadsToProblem))
            continue;
        if (!m_foldedByHand.contains(node.key))
            expand(index);
        unfold(index, all);
    }
}

void ResourceView::setWidths()
{
    static constexpr std::pair<ResourceModel::Column, int> kLetters[] = {
        {ResourceModel::HealthColumn, 26}, {ResourceModel::Sync, 17},    {ResourceModel::Images, 22},
        {ResourceModel::Ready, 8},         {ResourceModel::Restarts, 9}, {ResourceModel::Age, 7}};
    const int letter = fontMetrics().averageCharWidth();
    header()->setMinimumSectionSize(letter * 5);
    header()->setSectionResizeMode(ResourceModel::Resource, QHeaderView::Stretch);
    for (const auto &[column, letters] : kLetters)
        header()->resizeSection(column, std::max(letters * letter, header()->sectionSizeHint(column))); // long words
    // The longest age depends on the language.
    constexpr int kMargins = 2 * 6; // of a cell
    int widest = header()->sectionSize(ResourceModel::Age);
    for (const Duration age : {Duration(119s), Duration(119min), Duration(47h), Duration(999 * 24h)})
        widest = std::max(widest, fontMetrics().horizontalAdvance(ageText(age)) + kMargins);
    header()->resizeSection(ResourceModel::Age, widest);
}

void ResourceView::fitColumns()
{
    static constexpr std::array kByWorth{ResourceModel::Images, ResourceModel::Sync, ResourceModel::Age,
                                         ResourceModel::Restarts, ResourceModel::Ready};
    for (const auto column : kByWorth)
        setColumnHidden(column, false);
    int room = viewport()->width() - fontMetrics().averageCharWidth() * kLeastName;
    for (int column = 1; column < ResourceModel::ColumnCount; ++column)
        room -= header()->sectionSize(column);
    for (const auto column : kByWorth) {
        if (room >= 0)
            break;
        room += header()->sectionSize(column);
        setColumnHidden(column, true);
    }
}

void ResourceView::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTreeView::resizeEvent(event);
}

void ResourceView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const auto tones = tonesOf(palette());
    painter->fillRect(rect, selectionModel()->isSelected(index) ? tones.selection : tones.panel);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tones.line);
    if (m_model.rowCount(index) == 0)
        return;
    constexpr int kArrow = 14;
    const bool isMirrored = isRightToLeft();
    QRect place(0, 0, indentation(), rect.height());
    isMirrored ? place.moveTopLeft(rect.topLeft()) : place.moveTopRight(rect.topRight());
    const QRect arrow(place.center().x() - kArrow / 2, place.center().y() - kArrow / 2, kArrow, kArrow);
    const auto folded = isMirrored ? "chevron-left"_L1 : "chevron-right"_L1;
    paintGlyph(painter, isExpanded(index) ? "chevron-down"_L1 : folded, arrow, tones.muted);
}

void ResourceView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setWidths();
}

} // namespace lynceus
