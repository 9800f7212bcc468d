#include "app/gui/widgets/accessibility/taborder.h"

#include <QGridLayout>
#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace lynceus {

namespace {

void collect(QWidget *widget, QList<QWidget *> &stops);

void collect(QLayout *layout, QList<QWidget *> &stops)
{
    if (const auto *grid = qobject_cast<QGridLayout *>(layout)) { // its items are in the order of creation
        for (int row = 0; row < grid->rowCount(); ++row) {
            for (int column = 0; column < grid->columnCount(); ++column) {
                const auto *item = grid->itemAtPosition(row, column);
                if (item && item->widget() && !stops.contains(item->widget()))
                    collect(item->widget(), stops);
            }
        }
        return;
    }
    for (int at = 0; at < layout->count(); ++at) {
        auto *item = layout->itemAt(at);
        if (auto *inner = item->layout())
            collect(inner, stops);
        else if (auto *widget = item->widget())
            collect(widget, stops);
    }
}

void collect(QWidget *widget, QList<QWidget *> &stops)
{
    if (widget->focusPolicy() & Qt::TabFocus)
        stops.append(widget);
    if (const auto *tabs = qobject_cast<QTabWidget *>(widget)) {
        stops.append(tabs->tabBar());
        if (auto *corner = tabs->cornerWidget())
            collect(corner, stops);
        for (int at = 0; at < tabs->count(); ++at)
            collect(tabs->widget(at), stops);
    } else if (const auto *splitter = qobject_cast<QSplitter *>(widget)) {
        for (int at = 0; at < splitter->count(); ++at)
            collect(splitter->widget(at), stops);
    } else if (const auto *scroll = qobject_cast<QScrollArea *>(widget)) {
        if (scroll->widget())
            collect(scroll->widget(), stops);
    } else if (widget->layout()) {
        collect(widget->layout(), stops);
    }
}

} // namespace

void tabAsRead(QWidget *root)
{
    QList<QWidget *> stops;
    collect(root, stops);
    stops.removeIf([root](const QWidget *stop) { return stop->window() != root->window() || stop->focusProxy(); });
    for (qsizetype at = 1; at < stops.size(); ++at)
        QWidget::setTabOrder(stops.at(at - 1), stops.at(at));
}

} // namespace lynceus
