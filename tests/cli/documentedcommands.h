#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace lynceus::test {

/// The text between two lines of ``` in a Markdown page.
struct CodeBlock
{
    QString language; ///< as written in the page
    QString heading;  ///< first line of the block, for messages
    QStringList lines;
};

/// A command of any program in a block of shell commands.
struct ShellCommand
{
    QString program; ///< first word after variables; empty: the line only sets variables
    QString line;    ///< as written, with continuation lines joined
};

/// A call of the program in a documentation page.
struct DocumentedCommand
{
    QString line;                   ///< as written, with continuation lines joined
    std::vector<std::string> words; ///< after "lynceus", as a shell splits them; variables have a sample value
};

/// Splits a command line into words as a shell does, up to a pipe, a redirection or the next command.
[[nodiscard]] std::vector<std::string> shellWords(const QString &line);

/// The calls in the fenced blocks of a Markdown page, or in another kind of file.
[[nodiscard]] std::vector<DocumentedCommand> documentedCommands(const QString &text, bool isMarkdown);

[[nodiscard]] std::vector<CodeBlock> codeBlocks(const QString &text);

/// The commands of a block whose language is "sh".
[[nodiscard]] std::vector<ShellCommand> shellCommands(const CodeBlock &block);

/// README.md, CONTRIBUTING.md, SECURITY.md, and the pages and examples below docs/ and packaging/, relative to the
/// source's root. Excludes decisions and the changelog, which describe earlier versions.
[[nodiscard]] QStringList documentedFiles();

/// Tests named in @p reason as "Suite.Name" that do not exist.
[[nodiscard]] QStringList missingTests(const QString &reason);

[[nodiscard]] QString sourceText(const QString &name);

} // namespace lynceus::test
