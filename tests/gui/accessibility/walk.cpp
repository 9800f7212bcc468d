#include "tests/gui/accessibility/walk.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QHeaderView>
#include <QTreeView>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr int kRowsLookedAt = 40; ///< rows checked per list; all rows are built alike

QString described(const QWidget &widget)
{
    auto *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    const auto name = interface ? interface->text(QAccessible::Name) : widget.objectName();
    return u"%1 “%2”"_s.arg(QString::fromLatin1(widget.metaObject()->className()), name);
}

QString nameOf(const QWidget &widget)
{
    auto *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    return interface ? interface->text(QAccessible::Name).trimmed() : QString();
}

bool hasMeaningfulRole(QAccessible::Role role)
{
    return role != QAccessible::NoRole && role != QAccessible::Client && role != QAccessible::Window
        && role != QAccessible::Pane;
}

QRect placeOf(const QWidget &widget)
{
    return {widget.mapToGlobal(QPoint()), widget.size()};
}

bool precedes(const QRect &one, const QRect &other, Qt::LayoutDirection direction)
{
    const bool sameLine =
        one.top() < other.bottom() - kReadingTolerance && other.top() < one.bottom() - kReadingTolerance;
    if (sameLine)
        return direction == Qt::LeftToRight ? one.right() <= other.left() + kReadingTolerance
                                            : one.left() >= other.right() - kReadingTolerance;
    const bool sameColumns =
        one.left() < other.right() - kReadingTolerance && other.left() < one.right() - kReadingTolerance;
    return sameColumns && one.bottom() <= other.top() + kReadingTolerance;
}

void checkOrder(QWidget &window, QStringList &violations)
{
    const auto stops = tabStops(window);
    for (qsizetype later = 1; later < stops.size(); ++later) {
        for (qsizetype earlier = 0; earlier < later; ++earlier) {
            if (precedes(placeOf(*stops.at(later)), placeOf(*stops.at(earlier)), window.layoutDirection())) {
                violations.append(
                    u"Tab comes to %1 only after %2"_s.arg(described(*stops.at(later)), described(*stops.at(earlier))));
                break;
            }
        }
    }
}

void checkColumns(const QTreeView &view, QStringList &violations)
{
    if (view.isHeaderHidden())
        return;
    for (int column = 0; column < view.model()->columnCount(view.rootIndex()); ++column) {
        const auto title = view.model()->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString()
            + view.model()->headerData(column, Qt::Horizontal).toString();
        if (!view.isColumnHidden(column) && title.trimmed().isEmpty())
            violations.append(u"column %1 of %2 has no title"_s.arg(column).arg(described(view)));
    }
}

QStringList cellsOf(const QModelIndex &row)
{
    QStringList cells;
    for (int column = 0; column < row.model()->columnCount(row.parent()); ++column) {
        const auto cell = row.siblingAtColumn(column);
        const auto spoken = cell.data(Qt::AccessibleTextRole).toString();
        cells.append(spoken.isEmpty() ? cell.data().toString() : spoken);
    }
    cells.removeAll(QString());
    return cells;
}

/// Orca reads each cell of a row, so no cell may repeat text of the first.
void checkCells(const QModelIndex &row, const QAbstractItemView &view, QStringList &violations)
{
    const auto cells = cellsOf(row);
    for (qsizetype later = 1; later < cells.size(); ++later) {
        if (cells.at(later) != cells.front() && u", %1,"_s.arg(cells.front()).contains(u", %1,"_s.arg(cells.at(later))))
            violations.append(
                u"row “%1” of %2 says “%3” twice"_s.arg(cells.join(u" | "_s), described(view), cells.at(later)));
    }
}

void checkRows(const QAbstractItemView &view, const QModelIndex &parent, QStringList &violations)
{
    const auto *model = view.model();
    for (int row = 0; row < qMin(kRowsLookedAt, model->rowCount(parent)); ++row) {
        const auto index = model->index(row, 0, parent);
        const auto words = index.data(Qt::AccessibleTextRole).toString() + index.data().toString();
        if (words.trimmed().isEmpty())
            violations.append(u"row %1 of %2 has no text"_s.arg(row).arg(described(view)));
        if (qobject_cast<const QTreeView *>(&view))
            checkCells(index, view, violations);
        checkRows(view, index, violations);
    }
}

/// Follows the parents and children of the accessibility interface, as a screen reader does.
void checkTree(QAccessibleInterface *interface, QStringList &violations)
{
    if (!interface || !interface->isValid() || interface->state().invisible)
        return;
    const bool isCell = interface->role() == QAccessible::Cell || interface->role() == QAccessible::ListItem
        || interface->role() == QAccessible::TreeItem || interface->role() == QAccessible::ColumnHeader;
    if (interface->state().focusable && !isCell && interface->text(QAccessible::Name).trimmed().isEmpty()) {
        const auto *object = interface->object();
        const auto *widget = qobject_cast<const QWidget *>(object);
        violations.append(u"%1 has no name"_s.arg(widget       ? described(*widget)
                                                      : object ? object->objectName()
                                                               : QString::number(interface->role())));
    }
    if (interface->tableInterface())
        return; // its cells are checked through the model
    for (int child = 0; child < interface->childCount(); ++child)
        checkTree(interface->child(child), violations);
}

} // namespace

QList<QWidget *> tabStops(QWidget &root)
{
    QList<QWidget *> stops;
    const auto &window = *root.window();
    for (auto *each = window.nextInFocusChain(); each != &window; each = each->nextInFocusChain()) {
        const bool isTabStop = (each->focusPolicy() & Qt::TabFocus) && each->isVisible() && each->isEnabled()
            && each->window() == &window && root.isAncestorOf(each) && !each->focusProxy();
        if (isTabStop)
            stops.append(each);
    }
    return stops;
}

QStringList violationsIn(QWidget &window)
{
    QStringList violations;
    for (const auto *stop : tabStops(window)) {
        auto *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(stop));
        if (nameOf(*stop).isEmpty())
            violations.append(u"%1 has no name"_s.arg(described(*stop)));
        if (!interface || !hasMeaningfulRole(interface->role()))
            violations.append(u"%1 does not say what it is"_s.arg(described(*stop)));
    }
    const auto views = window.findChildren<QAbstractItemView *>();
    for (const auto *view : views) {
        if (!view->isVisible() || qobject_cast<const QHeaderView *>(view))
            continue;
        if (const auto *tree = qobject_cast<const QTreeView *>(view))
            checkColumns(*tree, violations);
        checkRows(*view, view->rootIndex(), violations);
    }
    checkOrder(window, violations);
    checkTree(QAccessible::queryAccessibleInterface(&window), violations);
    violations.removeDuplicates();
    return violations;
}

QString readAloud(const QModelIndex &row)
{
    return cellsOf(row).join(u", "_s);
}

QStringList spoken(QAccessibleInterface *root)
{
    QStringList words;
    if (!root || !root->isValid() || root->state().invisible)
        return words;
    for (const auto part : {QAccessible::Name, QAccessible::Description, QAccessible::Value}) {
        if (const auto text = root->text(part); !text.isEmpty())
            words.append(text);
    }
    for (int child = 0; child < root->childCount(); ++child)
        words += spoken(root->child(child));
    return words;
}

} // namespace lynceus::test
