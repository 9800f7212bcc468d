#include "core/domain/text/changeorder.h"

namespace lynceus {

using namespace Qt::StringLiterals;

QString withChangesInOrder(const QString &line, Qt::LayoutDirection paragraph)
{
    if (paragraph != Qt::RightToLeft && !line.isRightToLeft())
        return line;
    return QString(line).replace(u" → "_s, u"\u200e → "_s);
}

} // namespace lynceus
