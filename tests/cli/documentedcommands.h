#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace lynceus::test {

/// What stands between two lines of ``` in a page of Markdown.
struct CodeBlock
{
    QString language; ///< as the page names it
    QString heading;  ///< first line of the block, to find it
    QStringList lines;
};

/// A command of any program in a block of shell commands.
struct ShellCommand
{
    QString program; ///< its first word after variables; empty: the line only sets variables
    QString line;    ///< as it is written, continued lines joined
};

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

[[nodiscard]] std::vector<CodeBlock> codeBlocks(const QString &text);

/// The commands of a block whose language is "sh".
[[nodiscard]] std::vector<ShellCommand> shellCommands(const CodeBlock &block);

/// README.md, CONTRIBUTING.md, SECURITY.md, and the pages and examples below docs/ and packaging/, from the top folder
/// of the source. Decisions and changes are history.
[[nodiscard]] QStringList documentedFiles();

/// The tests that @p reason names, as "Suite.Name", and that are in no source.
[[nodiscard]] QStringList missingTests(const QString &reason);

[[nodiscard]] QString sourceText(const QString &name);

} // namespace lynceus::test
