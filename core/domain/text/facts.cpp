#include "core/domain/text/facts.h"

namespace lynceus {

using namespace Qt::StringLiterals;

QString joinedFacts(QStringList facts)
{
    facts.removeIf([](const QString &fact) { return fact.trimmed().isEmpty(); });
    return facts.join(u" · "_s);
}

} // namespace lynceus
