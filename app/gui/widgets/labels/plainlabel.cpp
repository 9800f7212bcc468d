#include "app/gui/widgets/labels/plainlabel.h"

#include "core/domain/text/changeorder.h"
#include "core/domain/text/visibletext.h"

#include <QEvent>

namespace lynceus {

namespace {

constexpr qsizetype kLongest = 10'000; // characters; longer texts take seconds to lay out

} // namespace

PlainLabel::PlainLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    followDirection();
}

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : PlainLabel(parent)
{
    setText(text);
}

void PlainLabel::setText(const QString &text)
{
    QLabel::setText(inReadingOrder(visibleText(text, kLongest), layoutDirection()));
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        followDirection();
}

/// Without this, Qt aligns by the direction of the text.
void PlainLabel::followDirection()
{
    const auto horizontal = alignment() & Qt::AlignHorizontal_Mask;
    const bool isLeading = horizontal == Qt::AlignLeft || horizontal == (Qt::AlignLeft | Qt::AlignAbsolute)
        || horizontal == (Qt::AlignRight | Qt::AlignAbsolute);
    if (isLeading)
        setAlignment((alignment() & Qt::AlignVertical_Mask) | Qt::AlignAbsolute
                     | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace lynceus
