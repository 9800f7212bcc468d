#include "core/domain/text/changeorder.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

QString withChangesInOrder(const QString &line, Qt::LayoutDirection paragraph)
{
    if (paragraph != Qt::RightToLeft && !line.isRightToLeft())
        return line;
    auto text = QString(line).replace(u" → "_s, u"\u200e → "_s);
    if (directionOf(line, paragraph) == Qt::RightToLeft)
        text.replace(u" · "_s, u" \u200f· "_s);
    return text;
}

Qt::LayoutDirection directionOf(const QString &line, Qt::LayoutDirection layout)
{
    const auto isOfRightToLeft = [](QChar letter) {
        return letter.direction() == QChar::DirR || letter.direction() == QChar::DirAL;
    };
    const bool isRightToLeft =
        layout == Qt::RightToLeft ? std::ranges::any_of(line, isOfRightToLeft) : line.isRightToLeft();
    return isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight;
}

QString inReadingOrder(const QString &line, Qt::LayoutDirection layout)
{
    const bool isMarked = directionOf(line, layout) == Qt::RightToLeft && !line.isRightToLeft();
    return (isMarked ? u"\u200f"_s : QString()) + withChangesInOrder(line, layout);
}

} // namespace lynceus
