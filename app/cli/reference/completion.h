#pragma once

#include "app/cli/options/commandspec.h"
#include "app/cli/reference/storednames.h"

namespace lynceus {

/// What can stand in the place of the last of @p words, which a person is typing after "lynceus"; it may be empty.
struct Completion
{
    std::vector<Candidate> candidates; ///< each begins with the word that is typed
    bool files = false;                ///< names of files may stand there, too, which the shell knows
};

[[nodiscard]] Completion completionOf(const QStringList &words, const StoredNames &names);

/// The values that the help of @p option lists ("Output format: text, json or csv."); none if any may stand there.
[[nodiscard]] QStringList choicesOf(const OptionSpec &option);

/// For the scripts in packaging/completions: a line for each candidate, with a tabulator before its meaning, and a line
/// ":files" first if files() is set. Names are stored text, so what a terminal would interpret is left out.
[[nodiscard]] QString completionText(const Completion &completion);

} // namespace lynceus
