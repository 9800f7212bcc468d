#include "core/domain/newwatch/typedversions.h"

namespace lynceus {

TypedVersions::TypedVersions(const QString &text)
{
    for (const auto &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto colon = word.startsWith(u'@') ? -1 : word.indexOf(u':');
        if (colon < 0)
            m_ofAll = word;
        else
            m_byName.insert(word.first(colon).toLower(), word.sliced(colon + 1));
    }
}

QString TypedVersions::of(const QStringList &names)
{
    for (const auto &name : names) {
        if (const auto found = m_byName.constFind(name); found != m_byName.cend()) {
            m_meant.insert(name);
            return *found;
        }
    }
    return m_ofAll;
}

QString TypedVersions::unmeant() const
{
    for (auto each = m_byName.cbegin(); each != m_byName.cend(); ++each) {
        if (!m_meant.contains(each.key()))
            return each.key();
    }
    return {};
}

} // namespace lynceus
