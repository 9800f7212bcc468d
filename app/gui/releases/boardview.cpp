#include "app/gui/releases/boardview.h"

#include "app/gui/releases/boarddelegate.h"

#include <QKeyEvent>

#include <algorithm>

namespace lynceus {

BoardView::BoardView(BoardModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_delegate(new BoardDelegate(this))
{
    setItemDelegate(m_delegate);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setItemsExpandable(true);
    setExpandsOnDoubleClick(false);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true); // rows are highlighted on hover
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("Releases"));
    setModel(&model);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &BoardView::openRows);
    connect(&model, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &source, int start, int end, const QModelIndex &destination, int row) {
                const bool isDown = source == destination && row > end;
                const int first = isDown ? row - (end - start + 1) : row;
                openRows(destination, first, first + end - start);
            });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &BoardView::measureSoon);
    connect(&model, &QAbstractItemModel::rowsMoved, this, &BoardView::measureSoon); // into a release, or out of one
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                if (roles.contains(int(Qt::DisplayRole)) || roles.contains(int(BoardModel::InstanceRole))
                    || roles.contains(int(BoardModel::EnvironmentRole))
                    || roles.contains(int(BoardModel::VersionsRole)))
                    measureSoon();
            });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) { noteFolding(index, true); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) { noteFolding(index, false); });
    openAll();
    measureSoon();
}

void BoardView::measureSoon()
{
    m_measures = true;
    viewport()->update();
}

/// Includes folded rows, so that unfolding does not change the column widths.
void BoardView::measure()
{
    m_measures = false;
    BoardWidths widths;
    constexpr qsizetype kMostKept = 5'000; // includes rows that a filter hides
    if (m_widths.size() > kMostKept)
        m_widths.clear();
    const auto take = [&](const QModelIndex &index) {
        const auto text = BoardDelegate::measuredText(index);
        auto found = m_widths.constFind(text);
        if (found == m_widths.constEnd())
            found = m_widths.insert(text, BoardDelegate::neededBy(index, font()));
        const auto &needed = found.value();
        widths.name = std::max(widths.name, needed.name);
        widths.badge = std::max(widths.badge, needed.badge);
        widths.versions = std::max(widths.versions, needed.versions);
        widths.environment = std::max(widths.environment, needed.environment);
    };
    for (int group = 0; group < m_model.rowCount(); ++group) {
        const auto parent = m_model.index(group, 0);
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const auto index = m_model.index(row, 0, parent);
            take(index);
            for (int watch = 0; watch < m_model.rowCount(index); ++watch)
                take(m_model.index(watch, 0, index));
        }
    }
    m_delegate->setWidths(widths);
}

void BoardView::paintEvent(QPaintEvent *event)
{
    if (m_measures)
        measure();
    QTreeView::paintEvent(event);
}

void BoardView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_widths.clear();
        measureSoon();
    }
}

bool BoardView::isRelease(const QModelIndex &index) const
{
    return index.data(BoardModel::KindRole).value<BoardModel::Kind>() == BoardModel::Kind::Release;
}

void BoardView::openRows(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const auto index = m_model.index(row, 0, parent);
        if (!parent.isValid())
            setExpanded(index, !m_model.isFolded(index));
        else if (isRelease(index) && m_unfolded.contains(index.data().toString()))
            expand(index);
    }
    if (!isGroup(parent))
        return;
    setExpanded(parent, !m_model.isFolded(parent));
    // Keyboard navigation continues at the folded group; the hidden row stays selected and its details stay open.
    if (currentIndex().isValid() && m_model.isFolded(parent) && currentIndex() != parent
        && groupOf(currentIndex()) == parent)
        selectionModel()->setCurrentIndex(parent, QItemSelectionModel::NoUpdate);
}

void BoardView::openAll()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto group = m_model.index(row, 0);
        setExpanded(group, !m_model.isFolded(group));
        openRows(group, 0, m_model.rowCount(group) - 1);
    }
}

bool BoardView::isGroup(const QModelIndex &index) const
{
    return index.isValid() && !index.parent().isValid();
}

QModelIndex BoardView::groupOf(QModelIndex index) const
{
    while (index.parent().isValid())
        index = index.parent();
    return index;
}

void BoardView::choose(const QModelIndex &index)
{
    // QAbstractItemView::setCurrentIndex() would toggle the selection while Ctrl is still held from a shortcut.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

/// Keeps the selection visible: folding selects the group instead of its rows, unfolding selects its first row.
void BoardView::noteGroup(const QModelIndex &group, bool open)
{
    const bool holdsCurrent = currentIndex().isValid() && groupOf(currentIndex()) == group;
    m_model.setFolded(group, !open);
    if (holdsCurrent && (!open || currentIndex() == group))
        choose(open ? m_model.index(0, 0, group) : group);
}

void BoardView::noteFolding(const QModelIndex &index, bool open)
{
    if (isGroup(index))
        noteGroup(index, open);
    if (!isRelease(index))
        return;
    const auto name = index.data().toString();
    m_unfolded.removeAll(name);
    if (open)
        m_unfolded.append(name);
}

void BoardView::setUnfolded(const QStringList &releases)
{
    m_unfolded = releases;
    openAll();
}

QStringList BoardView::selectedWatches() const
{
    QStringList ids;
    auto rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, [this](const QModelIndex &left, const QModelIndex &right) {
        return visualRect(left).top() < visualRect(right).top();
    });
    for (const auto &index : rows) {
        for (const auto &id : m_model.watchesAt(index)) {
            if (!ids.contains(id))
                ids.append(id);
        }
    }
    return ids;
}

void BoardView::selectWatch(const QString &id)
{
    const auto index = m_model.indexOf(id);
    if (!index.isValid())
        return;
    expand(groupOf(index));
    if (isRelease(index.parent()))
        expand(index.parent());
    choose(index);
    scrollTo(index);
}

void BoardView::repaintTimes()
{
    for (auto index = indexAt(QPoint(1, 1)); index.isValid(); index = indexBelow(index)) {
        const auto row = visualRect(index);
        if (row.top() > viewport()->height())
            break;
        if (!index.data(BoardModel::OverRole).toBool())
            viewport()->update(m_delegate->columnsOf(index, row, font(), layoutDirection()).time);
    }
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        openCurrent();
        return;
    }
    const auto current = currentIndex();
    if (event->key() == Qt::Key_Space && (isRelease(current) || isGroup(current))) {
        setExpanded(current, !isExpanded(current));
        return;
    }
    // Left moves from a watch to its release, as in other trees; from a row in a group it folds the group.
    if (event->key() == Qt::Key_Left && !isRelease(current.parent()) && !(isRelease(current) && isExpanded(current))) {
        if (current.parent().isValid())
            collapse(groupOf(current));
        return;
    }
    QTreeView::keyPressEvent(event);
}

/// A release has no details to open, so it folds or unfolds.
void BoardView::openCurrent()
{
    const auto index = currentIndex();
    if (isRelease(index) || isGroup(index))
        setExpanded(index, !isExpanded(index));
    else if (m_model.watchAt(index))
        Q_EMIT opened();
}

void BoardView::mousePressEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && isGroup(index)) {
        setExpanded(index, !isExpanded(index));
        return;
    }
    if (event->button() == Qt::LeftButton && isRelease(index)) {
        const auto row = visualRect(index);
        const auto columns = m_delegate->columnsOf(index, row, font(), layoutDirection());
        if (columns.fold.contains(event->pos()))
            setExpanded(index, !isExpanded(index));
    }
    QTreeView::mousePressEvent(event);
}

void BoardView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

} // namespace lynceus
