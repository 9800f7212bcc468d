#pragma once

#include <QString>

#include <string>
#include <vector>

namespace lynceus::test {

/// A call of the program in a page for people.
struct DocumentedCommand
{
    QString line;                   ///< as it is written, continued lines joined
    std::vector<std::string> words; ///< after "lynceus", as a shell splits them; variables have a sample value
};

/// The words of a command line in a shell's grammar, up to a pipe, a redirection or the next command.
[[nodiscard]] std::vector<std::string> shellWords(const QString &line);

/// The calls in the fenced blocks of a page of Markdown, or in a file of another kind.
[[nodiscard]] std::vector<DocumentedCommand> documentedCommands(const QString &text, bool isMarkdown);

} // namespace lynceus::test
