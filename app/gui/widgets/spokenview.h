#pragma once

#include <QAbstractItemView>
#include <QAccessible>

namespace lynceus {

/// A list or tree that a screen reader hears of when it has the focus, and only then.
///
/// Qt 6.4's views announce each current row as the focus, whoever has it: a tree whose current row is set while the
/// person reads the board takes the screen reader away from there. And a view that gets the focus announces itself, not
/// the row that the keys will move from. To be looked at again with a newer Qt.
template<typename View>
class SpokenView : public View
{
public:
    using View::View;

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override
    {
        if (this->hasFocus()) {
            View::currentChanged(current, previous);
        } else {
            QAbstractItemView::currentChanged(current, previous);
            this->viewport()->update(); // the whole row shows which one is current
        }
    }

    void focusInEvent(QFocusEvent *event) override
    {
        View::focusInEvent(event);
        // After Qt has announced the view itself.
        QMetaObject::invokeMethod(
            this, [this] { speakCurrent(); }, Qt::QueuedConnection);
    }

private:
    void speakCurrent()
    {
        const auto current = this->currentIndex();
        if (!QAccessible::isActive() || !this->hasFocus() || !current.isValid())
            return;
        const bool scrolls = this->hasAutoScroll();
        this->setAutoScroll(false); // what is read stays where it is
        View::currentChanged(current, {});
        this->setAutoScroll(scrolls);
    }
};

} // namespace lynceus
