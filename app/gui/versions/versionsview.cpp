#include "app/gui/versions/versionsview.h"

#include "app/gui/versions/servicesheader.h"
#include "app/gui/versions/versiondelegate.h"
#include "app/gui/versions/versionsmodel.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStyle>

#include <algorithm>

namespace lynceus {

namespace {

// Widths in average characters, so that they scale with the font.
constexpr int kLeastServices = 22;
constexpr int kMostServices = 48;
constexpr int kLeastCell = 17;
constexpr int kMostCell = 34;

} // namespace

VersionsView::VersionsView(VersionsModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_services(new ServicesHeader(model, this))
{
    setVerticalHeader(m_services);
    setModel(&model);
    setItemDelegate(new VersionDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setWordWrap(false);
    setAccessibleName(tr("Versions"));
    auto *environments = horizontalHeader();
    environments->setSectionsMovable(true);
    environments->setSectionResizeMode(QHeaderView::Fixed);
    environments->setHighlightSections(false);
    environments->setStretchLastSection(true);
    environments->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    environments->setTextElideMode(Qt::ElideMiddle);
    environments->setAccessibleName(tr("Environments"));
    connect(environments, &QHeaderView::sectionMoved, this, &VersionsView::takeMove);
    connect(&model, &QAbstractItemModel::columnsInserted, this, &VersionsView::fitColumns);
    connect(&model, &QAbstractItemModel::columnsRemoved, this, &VersionsView::fitColumns);
    fitRows();
}

std::vector<int> VersionsView::selectedRows() const
{
    std::vector<int> rows;
    const auto ranges = selectionModel()->selection();
    for (const auto &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void VersionsView::renewAges()
{
    viewport()->update();
}

void VersionsView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    // Qt makes the first cell current without selecting it.
    if (event->reason() != Qt::MouseFocusReason && !selectionModel()->hasSelection() && m_model.rowCount() > 0
        && m_model.columnCount() > 0)
        selectionModel()->setCurrentIndex(currentIndex().isValid() ? currentIndex() : m_model.index(0, 0),
                                          QItemSelectionModel::ClearAndSelect);
}

void VersionsView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void VersionsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitRows();
        fitColumns();
    }
}

void VersionsView::fitRows()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    verticalHeader()->setDefaultSectionSize(itemDelegate()->sizeHint(option, {}).height());
}

/// The services get the width they need, the environments share the rest equally; the table scrolls if they do not fit.
void VersionsView::fitColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    const int whole = width() - 2 * frameWidth();
    const int count = qMax(1, m_model.columnCount());
    const int services = qBound(kLeastServices * letter, whole - count * kLeastCell * letter, kMostServices * letter);
    m_services->setServiceWidth(services);
    const int room = whole - services - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    horizontalHeader()->setDefaultSectionSize(qBound(kLeastCell * letter, room / count, kMostCell * letter));
}

void VersionsView::takeMove(int, int from, int to)
{
    if (m_isPuttingBack)
        return;
    // Queued, because the header is still moving the section.
    QMetaObject::invokeMethod(
        this,
        [this, from, to] {
            const QScopedValueRollback guard(m_isPuttingBack, true);
            horizontalHeader()->moveSection(to, from);
            Q_EMIT environmentMoved(from, to);
        },
        Qt::QueuedConnection);
}

} // namespace lynceus
