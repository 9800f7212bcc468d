#include "app/gui/widgets/text/mnemonics.h"

using namespace Qt::StringLiterals;

namespace lynceus {

int mnemonicFlags(const QString &text)
{
    const auto at = text.indexOf(u'&');
    if (at < 0 || at + 1 >= text.size())
        return Qt::TextShowMnemonic;
    const auto joining = text[at + 1].joiningType();
    const bool joins = joining != QChar::Joining_None && joining != QChar::Joining_Transparent;
    return int(Qt::TextShowMnemonic) | (joins ? int(Qt::TextHideMnemonic) : 0);
}

} // namespace lynceus
