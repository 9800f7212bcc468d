#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/options/options.h"
#include "core/domain/base/result.h"

#include <QStringList>
#include <QStringView>

#include <span>
#include <vector>

namespace lynceus {

struct ParsedWords;

/// One option; parser, help, suggestions, completions and man page use it.
struct OptionSpec
{
    const char *name;        ///< "--app"
    const char *placeholder; ///< "NAME[=IMAGE]"; null: a switch
    const char *help;        ///< one or two sentences
    const char *example;     ///< a right value, for "needs a value"; null for switches
    char letter = '\0';      ///< short form
    bool repeatable = false;
};

struct OptionGroup
{
    const char *title;
    std::span<const OptionSpec> options;
};

struct CommandSpec
{
    /// Parses the words into options. Error::Kind::BadInput: `asked` names the option and its value.
    Result<Invocation> (*read)(const ParsedWords &words);
    const char *name;        ///< one word, or two: "instances add"
    const char *summary;     ///< one line, no full stop
    const char *usage;       ///< what follows "lynceus NAME"
    const char *description; ///< a paragraph
    const char *word;        ///< what its words are, e.g. "APP"; null: it takes none
    int mostWords = 0;       ///< -1: one or more
    std::span<const OptionGroup> groups;
    std::span<const char *const> examples;
    std::span<const ExitCodeMeaning> exitCodes;
};

[[nodiscard]] std::vector<CommandSpec> commandSpecs();

/// Null if unknown. @p name has two words for subcommands.
[[nodiscard]] const CommandSpec *findCommand(QStringView name);

/// "add", "list", … for "instances"; empty for a command without subcommands or an unknown one.
[[nodiscard]] QStringList subCommandNames(QStringView family);

/// Finds "--app" or "-l"; null if @p command has no such option.
[[nodiscard]] const OptionSpec *findOption(const CommandSpec &command, QStringView word);

/// First words of all commands, without duplicates.
[[nodiscard]] QStringList commandNames();
[[nodiscard]] QStringList optionNames(const CommandSpec &command);

} // namespace lynceus
