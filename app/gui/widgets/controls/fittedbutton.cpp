#include "app/gui/widgets/controls/fittedbutton.h"

#include "app/gui/widgets/labels/tooltips.h"

#include <QHelpEvent>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace lynceus {

FittedButton::FittedButton(const QIcon &icon, const QString &text, QWidget *parent)
    : QPushButton(icon, text, parent)
{ }

void FittedButton::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    updateGeometry();
    update();
}

int FittedButton::spared() const
{
    return QPushButton::sizeHint().width() - sizeWithout().width();
}

QSize FittedButton::sizeHint() const
{
    return m_compact ? sizeWithout() : QPushButton::sizeHint();
}

QSize FittedButton::sizeWithout() const
{
    ensurePolished();
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    auto content = iconSize();
    if (menu())
        content.rwidth() += style()->pixelMetric(QStyle::PM_MenuButtonIndicator, &option, this);
    content.setHeight(qMax(content.height(), fontMetrics().height()));
    auto size = style()->sizeFromContents(QStyle::CT_PushButton, &option, content, this);
    size.setHeight(QPushButton::sizeHint().height());
    return size;
}

bool FittedButton::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_compact || !toolTip().isEmpty())
        return QPushButton::event(event);
    showToolTip(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
    return true;
}

void FittedButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    if (m_compact)
        option.text.clear();
    QStylePainter(this).drawControl(QStyle::CE_PushButton, option);
}

} // namespace lynceus
