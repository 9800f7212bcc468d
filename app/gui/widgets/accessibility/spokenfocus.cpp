#include "app/gui/widgets/accessibility/spokenfocus.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTabBar>
#include <QWindow>

#include <utility>

namespace lynceus {

namespace {

constexpr auto kMovedBy = "lynceusMovedBy";

SpokenFocus *s_current = nullptr; ///< Qt's handler takes no user data

/// Whether @p object is in a popup that takes the keys: a menu, the list of a combo box, a completion.
bool isInPopup(const QObject *object)
{
    const auto *widget = qobject_cast<const QWidget *>(object);
    return widget && QApplication::activePopupWidget() == widget->window();
}

bool isMovedByFocus(const QObject &object)
{
    auto *focused = QApplication::focusWidget();
    return focused && object.property(kMovedBy).value<QWidget *>() == focused;
}

/// Null if the row is not visible, for example in a collapsed group.
QAccessibleInterface *currentRow(QAbstractItemView &view)
{
    const auto current = view.currentIndex();
    const auto isOutside = [&] { return !view.viewport()->rect().intersects(view.visualRect(current)); };
    if (!current.isValid() || view.visualRect(current).isEmpty())
        return nullptr;
    if (isOutside())
        view.scrollTo(current); // only visible rows have an accessible child
    auto *interface = QAccessible::queryAccessibleInterface(&view);
    const auto seen = view.visualRect(current).intersected(view.viewport()->rect());
    const auto place = view.viewport()->mapToGlobal(seen.center());
    return interface && !seen.isEmpty() ? interface->childAt(place.x(), place.y()) : nullptr;
}

} // namespace

SpokenFocus::SpokenFocus(QObject *parent)
    : QObject(parent)
{
    if (s_current)
        return;
    s_current = this;
    m_before = QAccessible::installUpdateHandler(&SpokenFocus::handle);
    // Announce the focus again when the window is activated.
    connect(qApp, &QGuiApplication::focusWindowChanged, this, [this] { m_announced.clear(); });
}

SpokenFocus::~SpokenFocus()
{
    if (s_current != this)
        return;
    s_current = nullptr;
    QAccessible::installUpdateHandler(m_before);
}

void SpokenFocus::handle(QAccessibleEvent *event)
{
    if (s_current)
        s_current->take(*event);
}

void SpokenFocus::take(QAccessibleEvent &event)
{
    if (event.type() != QAccessible::Focus)
        return announce(event);
    if (const auto *object = event.object(); object && (isInPopup(object) || isMovedByFocus(*object))) {
        m_announced.clear(); // announce the focus again afterwards
        return announce(event);
    }
    announceSoon();
}

void SpokenFocus::announceSoon()
{
    if (!std::exchange(m_isDue, true))
        QMetaObject::invokeMethod(this, &SpokenFocus::announceFocus, Qt::QueuedConnection);
}

void SpokenFocus::announceFocus()
{
    m_isDue = false;
    auto *widget = QApplication::focusWidget();
    if (!widget || QApplication::activePopupWidget())
        return;
    auto *view = qobject_cast<QAbstractItemView *>(widget);
    const auto *tabs = qobject_cast<QTabBar *>(widget);
    const auto row = view ? view->currentIndex() : QModelIndex();
    const int tab = tabs ? tabs->currentIndex() : -1;
    if (m_announced == widget && m_announcedRow == row && m_announcedTab == tab)
        return;
    if (m_announced != widget) {
        disconnect(m_moves);
        // Qt announces no row that is current before its view is laid out.
        if (view && view->selectionModel())
            m_moves =
                connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SpokenFocus::announceSoon);
    }
    m_announced = widget;
    m_announcedRow = row;
    m_announcedTab = tab;
    if (auto *spoken = view ? currentRow(*view) : nullptr) {
        QAccessibleEvent event(spoken, QAccessible::Focus);
        return announce(event);
    }
    QAccessibleEvent event(widget, QAccessible::Focus);
    event.setChild(tab);
    announce(event);
}

/// Passes the event on to the previous handler, or to Qt.
void SpokenFocus::announce(QAccessibleEvent &event)
{
    QAccessible::installUpdateHandler(m_before);
    QAccessible::updateAccessibility(&event);
    QAccessible::installUpdateHandler(&SpokenFocus::handle);
}

void speakRowsOf(QAbstractItemView *list, QWidget *widget)
{
    list->setProperty(kMovedBy, QVariant::fromValue(widget));
}

} // namespace lynceus
