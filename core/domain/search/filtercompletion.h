#pragma once

#include <QString>
#include <QStringList>

namespace lynceus {

/// Limit of offered candidates: sorting all of 20,000 images takes too long for a keystroke.
inline constexpr qsizetype kMostCandidates = 100;

/// Values for completion, unordered.
struct FilterVocabulary
{
    QStringList instances;
    QStringList projects;
    QStringList nameSpaces;
    QStringList images; ///< last path component of the repositories
};

struct FilterCompletion
{
    qsizetype start = 0; ///< the part of the text that a candidate replaces
    qsizetype length = 0;
    /// "health:", or full values, quoted if they contain spaces; keeps a minus. Those that start with the typed text
    /// first, then in natural order; at most kMostCandidates.
    QStringList candidates;
};

/// Candidates at the cursor; none in free text that does not start a field name.
[[nodiscard]] FilterCompletion completionAt(const QString &text, qsizetype cursor, const FilterVocabulary &vocabulary);

} // namespace lynceus
