#include "app/gui/widgets/text/menutext.h"

#include "core/domain/text/visibletext.h"

using namespace Qt::StringLiterals;

namespace lynceus {

QString menuText(const QString &text)
{
    return visibleLine(text).replace(u'&', "&&"_L1);
}

} // namespace lynceus
