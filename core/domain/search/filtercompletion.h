#pragma once

#include <QString>
#include <QStringList>

namespace lynceus {

/// Values that a filter may be completed with: what there is, in natural order.
struct FilterVocabulary
{
    QStringList instances;
    QStringList projects;
    QStringList nameSpaces;
    QStringList images; ///< repositories, the last part of their path
};

struct FilterCompletion
{
    qsizetype start = 0; ///< the part of the text that a candidate replaces
    qsizetype length = 0;
    QStringList candidates; ///< "health:", or whole values, quoted where they have spaces; a minus is kept
};

/// What may stand where the cursor is; no candidates inside of free text that is no field's beginning.
[[nodiscard]] FilterCompletion completionAt(const QString &text, qsizetype cursor, const FilterVocabulary &vocabulary);

} // namespace lynceus
