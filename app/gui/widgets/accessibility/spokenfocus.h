#pragma once

#include <QAccessible>
#include <QObject>
#include <QPersistentModelIndex>
#include <QPointer>

class QAbstractItemView;
class QWidget;

namespace lynceus {

/// Announces the focus to screen readers once.
///
/// Qt 6.4 announces the current row of every list and the current tab of every tab bar as the focus, even without the
/// focus. When a page is hidden, the focus passes over several widgets, and a list that gets the focus announces
/// itself, not its current row. This class delays these events until the event loop runs again. It then announces the
/// widget with the focus (in a list the current row, in a tab bar the current tab) unless it was the last one
/// announced. Check with each new version of Qt.
///
/// Menus and pop-up lists are announced as by Qt. Only one instance is active; a second one does nothing.
class SpokenFocus final : public QObject
{
    Q_OBJECT
public:
    explicit SpokenFocus(QObject *parent = nullptr);
    ~SpokenFocus() override;

private:
    static void handle(QAccessibleEvent *event);
    void take(QAccessibleEvent &event);
    void announceSoon();
    void announceFocus();
    void announce(QAccessibleEvent &event);

    QAccessible::UpdateHandler m_before = nullptr;
    QPointer<QWidget> m_announced;        ///< last
    QPersistentModelIndex m_announcedRow; ///< of m_announced, if that is a list
    QMetaObject::Connection m_moves;      ///< of the current row of m_announced
    int m_announcedTab = -1;              ///< of m_announced, if that has tabs
    bool m_isDue = false;
};

/// Announces the current row of @p list while @p widget has the focus; key presses of the widget move that row, and the
/// list itself never has the focus.
void speakRowsOf(QAbstractItemView *list, QWidget *widget);

} // namespace lynceus
