#include "app/gui/widgets/plainlabel.h"

#include "core/domain/base/visibletext.h"

namespace lynceus {

namespace {

constexpr qsizetype kLongest = 10'000; // characters; more takes seconds to lay out, and nobody reads it in a label

} // namespace

PlainLabel::PlainLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : PlainLabel(parent)
{
    setText(text);
}

void PlainLabel::setText(const QString &text)
{
    QLabel::setText(visibleText(text, kLongest));
}

} // namespace lynceus
