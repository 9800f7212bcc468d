#pragma once

#include <QAccessible>
#include <QObject>
#include <QPersistentModelIndex>
#include <QPointer>

class QAbstractItemView;
class QWidget;

namespace lynceus {

/// Tells screen readers once where the focus is now, and only that.
///
/// Qt 6.4 announces the current row of each list and tree and the current tab of each row of tabs as the focus, whoever
/// has it; pages that vanish hand the focus on over several widgets before it comes to rest; and a list that gets the
/// focus announces itself, not the row that the keys move from. Here all of that waits until the event loop runs again.
/// Then what has the focus is announced: of a list its current row, of a row of tabs its current tab, and nothing that
/// was announced last. To be looked at again with a newer Qt.
///
/// Menus and lists that pop up are announced as Qt does it. One at a time: a second one does nothing.
class SpokenFocus final : public QObject
{
    Q_OBJECT
public:
    explicit SpokenFocus(QObject *parent = nullptr);
    ~SpokenFocus() override;

private:
    static void handle(QAccessibleEvent *event);
    void take(QAccessibleEvent &event);
    void tellSoon();
    void tellFocus();
    void tell(QAccessibleEvent &event);

    QAccessible::UpdateHandler m_before = nullptr;
    QPointer<QWidget> m_told;        ///< last
    QPersistentModelIndex m_toldRow; ///< of m_told, if that is a list
    QMetaObject::Connection m_moves; ///< of the current row of m_told
    int m_toldTab = -1;              ///< of m_told, if that has tabs
    bool m_isDue = false;
};

/// The keys that @p widget gets move the current row of @p list, which never has the focus itself: its rows are
/// announced while the widget has it.
void speakRowsOf(QAbstractItemView *list, QWidget *widget);

} // namespace lynceus
