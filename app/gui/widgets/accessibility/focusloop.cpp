#include "app/gui/widgets/accessibility/focusloop.h"

namespace lynceus {

namespace {

QWidget *after(const QWidget &widget, bool next)
{
    return next ? widget.nextInFocusChain() : widget.previousInFocusChain();
}

} // namespace

bool FocusLoop::focusNextPrevChild(bool next)
{
    const auto *focused = window()->focusWidget();
    const QWidget *const start = focused ? focused : this;
    for (auto *each = after(*start, next); each && each != start; each = after(*each, next)) {
        if (isStop(*each)) {
            each->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return false;
}

bool FocusLoop::isStop(const QWidget &widget) const
{
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.window() == window() && widget.isVisible()
        && widget.isEnabled() && !widget.focusProxy();
}

} // namespace lynceus
