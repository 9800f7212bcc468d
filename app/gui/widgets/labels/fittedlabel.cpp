#include "app/gui/widgets/labels/fittedlabel.h"

#include "core/domain/text/changeorder.h"

#include <QPainter>
#include <QStyle>

namespace lynceus {

FittedLabel::FittedLabel(QWidget *parent, Qt::TextElideMode elide)
    : PlainLabel(parent)
    , m_elide(elide)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize FittedLabel::minimumSizeHint() const
{
    constexpr int kLeastLetters = 8;
    return {fontMetrics().averageCharWidth() * kLeastLetters, PlainLabel::minimumSizeHint().height()};
}

void FittedLabel::paintEvent(QPaintEvent *event)
{
    const int room = contentsRect().width();
    if (hasSelectedText() || fontMetrics().horizontalAdvance(text()) <= room)
        return PlainLabel::paintEvent(event);
    QPainter painter(this);
    painter.setLayoutDirection(directionOf(text(), layoutDirection())); // "…" stays behind
    style()->drawItemText(&painter, contentsRect(),
                          int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading)),
                          palette(), isEnabled(), fontMetrics().elidedText(text(), m_elide, room), foregroundRole());
}

} // namespace lynceus
