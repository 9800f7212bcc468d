#pragma once

#include <QString>
#include <QStringList>

namespace lynceus {

/// What is offered at once: nobody reads more, and sorting all of 20,000 images takes longer than a key may.
inline constexpr qsizetype kMostCandidates = 100;

/// Values that a filter may be completed with: what there is, in any order.
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
    /// "health:", or whole values, quoted where they have spaces; a minus is kept. In natural order, those that begin
    /// with what is typed first; at most kMostCandidates.
    QStringList candidates;
};

/// What may stand where the cursor is; no candidates inside of free text that is no field's beginning.
[[nodiscard]] FilterCompletion completionAt(const QString &text, qsizetype cursor, const FilterVocabulary &vocabulary);

} // namespace lynceus
