#include "core/domain/text/textlocale.h"

namespace lynceus {

QLocale textLocale(const QLocale &system)
{
    return system.zeroDigit() == QStringLiteral("0") ? system : QLocale(QLocale::English, system.territory());
}

} // namespace lynceus
