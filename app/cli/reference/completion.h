#pragma once

#include "app/cli/options/commandspec.h"
#include "app/cli/reference/storednames.h"

namespace lynceus {

/// Completions for the last of @p words, which the user is typing after "lynceus"; may be empty.
struct Completion
{
    std::vector<Candidate> candidates; ///< each starts with the typed word
    bool files = false;                ///< file names are valid too; the shell completes them
};

[[nodiscard]] Completion completionOf(const QStringList &words, const StoredNames &names);

/// The values listed in the help of @p option ("Output format: text, json or csv."); empty if any value is valid.
[[nodiscard]] QStringList choicesOf(const OptionSpec &option);

/// For the scripts in packaging/completions: one line per candidate, with a tab before its description; the first line
/// is ":files" if `files` is set. Names are stored text, so control characters of terminals are removed.
[[nodiscard]] QString completionText(const Completion &completion);

} // namespace lynceus
