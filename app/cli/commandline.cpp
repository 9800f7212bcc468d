#include "app/cli/commandline.h"

#include "app/cli/options/helptext.h"
#include "app/cli/options/parsedwords.h"
#include "app/cli/options/values.h"
#include "app/cli/reference/commandreference.h"
#include "app/cli/reference/manpage.h"
#include "core/domain/redaction/redact.h"

#include <algorithm>
#include <deque>

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kQuotedLength = 80; // characters of an invalid word that an error repeats

QString echoed(const std::string &word)
{
    return redactedText(QString::fromStdString(word), kQuotedLength);
}

/// "--app=x" → "--app".
QString optionOf(const std::string &word)
{
    return QString::fromStdString(word.substr(0, word.find('=')));
}

Error unknownOption(const CommandSpec &command, const std::string &word)
{
    const auto option = redactedText(optionOf(word), kQuotedLength);
    const auto commandName = QString::fromLatin1(command.name);
    auto hint = didYouMean(option, optionNames(command));
    if (hint.isEmpty())
        hint = u"; list its options with \"lynceus %1 --help\""_s.arg(commandName);
    return {Error::Kind::BadInput, option, u"unknown option of %1%2"_s.arg(commandName, hint)};
}

bool asksForHelp(const std::string &word)
{
    return word == "--help" || word == "-h";
}

Error takesNoValue(const QString &option)
{
    return {Error::Kind::BadInput, option, u"takes no value; write %1 alone, or leave it out"_s.arg(option)};
}

/// Rejects what the library would misread. It takes any next word as a value, even an option: "--app --image x" would
/// wait for "--image". And it ignores the value in "--no-refresh=false".
std::optional<Error> wrongValue(const CommandSpec &command, const std::vector<std::string> &words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--")
            return std::nullopt;
        const auto *option = findOption(command, optionOf(words[i]));
        const auto equals = words[i].find('=');
        const bool isInline = equals != std::string::npos;
        if (option && !option->placeholder && isInline)
            return takesNoValue(optionOf(words[i]));
        if (!option || !option->placeholder)
            continue;
        const bool isMissing = isInline
            ? equals + 1 == words[i].size()
            : i + 1 == words.size() || words[i + 1].empty() || findOption(command, optionOf(words[i + 1]));
        if (isMissing)
            return Error{Error::Kind::BadInput, QString::fromLatin1(option->name),
                         u"requires a value: %1 %2, e.g. %1 %3"_s.arg(QString::fromLatin1(option->name),
                                                                      QString::fromUtf8(option->placeholder),
                                                                      QString::fromUtf8(option->example))};
        if (!isInline)
            ++i;
    }
    return std::nullopt;
}

std::string libraryNames(const OptionSpec &option)
{
    return option.letter == '\0' ? std::string(option.name) : std::string("-") + option.letter + ',' + option.name;
}

/// Groups the words by option with the library; unknown ones are in `extras`.
struct SortedWords
{
    ParsedWords parsed;
    std::vector<std::string> extras;
};

SortedWords sortedByLibrary(const CommandSpec &command, std::vector<std::string> words)
{
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<std::pair<const OptionSpec *, CLI::Option *>> options;
    std::deque<std::vector<std::string>> values; // a deque, because the library keeps pointers to its elements
    for (const OptionGroup &group : command.groups) {
        for (const OptionSpec &spec : group.options) {
            auto *option = spec.placeholder
                ? app.add_option(libraryNames(spec), values.emplace_back())->allow_extra_args(false)
                : app.add_flag(libraryNames(spec));
            options.emplace_back(&spec, option);
        }
    }
    std::vector<std::string> positional;
    app.add_option("words", positional);

    std::ranges::reverse(words); // the library expects a vector in reverse order
    app.parse(words);

    SortedWords sorted;
    sorted.parsed.command = &command;
    for (const auto &[spec, option] : options) {
        if (option->count() == 0)
            continue;
        auto &texts = sorted.parsed.values[QString::fromLatin1(spec->name)];
        if (spec->placeholder)
            std::ranges::transform(option->results(), std::back_inserter(texts),
                                   [](const std::string &text) { return QString::fromStdString(text); });
    }
    std::ranges::transform(positional, std::back_inserter(sorted.parsed.words),
                           [](const std::string &text) { return QString::fromStdString(text); });
    sorted.extras = app.remaining();
    return sorted;
}

Result<SortedWords> sortedWords(const CommandSpec &command, const std::vector<std::string> &words)
{
    try {
        return sortedByLibrary(command, words);
    } catch (const CLI::Error &error) {
        return badInput(redactedText(QString::fromUtf8(error.what())), QString::fromLatin1(command.name));
    }
}

Result<Invocation> parseCommand(const CommandSpec &command, const Arguments &arguments)
{
    const auto nameWords = QString::fromLatin1(command.name).count(u' ') + 1;
    const std::vector<std::string> words(arguments.words.begin() + nameWords, arguments.words.end());
    const auto end = std::ranges::find(words, "--");
    if (std::find(words.begin(), end, "--help") != end || std::find(words.begin(), end, "-h") != end)
        return PrintCall{commandHelp(command)};
    if (const auto wrong = wrongValue(command, words))
        return tl::unexpected(*wrong);

    auto sorted = sortedWords(command, words);
    if (!sorted)
        return tl::unexpected(sorted.error());
    const auto &extras = sorted->extras;
    const auto unknown =
        std::ranges::find_if(extras, [](const std::string &word) { return word.starts_with('-') && word != "--"; });
    if (unknown != extras.end())
        return tl::unexpected(unknownOption(command, *unknown));

    auto &parsed = sorted->parsed;
    if (command.mostWords >= 0 && parsed.words.size() > command.mostWords) {
        const auto surplus = redactedText(parsed.words[command.mostWords], kQuotedLength);
        const auto usage = u"lynceus %1 %2"_s.arg(QString::fromLatin1(command.name), QString::fromUtf8(command.usage));
        return badInput(u"unexpected argument; usage: %1"_s.arg(usage), surplus);
    }
    parsed.tokens = arguments.tokens;
    parsed.headers = arguments.headers;
    return command.read(parsed);
}

Error unknownCommand(const std::string &word)
{
    const auto command = echoed(word);
    if (const auto option = optionOf(word);
        option.size() < qsizetype(word.size()) && (option == "--version"_L1 || asksForHelp(option.toStdString())))
        return takesNoValue(option);
    if (word.starts_with('-'))
        return {
            Error::Kind::BadInput, command,
            u"options must follow the command: lynceus COMMAND [OPTIONS]; list the commands with \"lynceus --help\""_s};
    auto hint = didYouMean(command, commandNames());
    if (hint.isEmpty())
        hint = u"; use one of %1"_s.arg(commandNames().join(u", "_s));
    return {Error::Kind::BadInput, command, u"unknown command"_s + hint};
}

Error unknownSubCommand(const QString &family, const QString &word)
{
    const auto names = subCommandNames(family);
    const auto asked = word.isEmpty() ? family : family + u' ' + redactedText(word, kQuotedLength);
    auto hint = word.isEmpty() ? QString() : didYouMean(word, names);
    if (hint.isEmpty())
        hint = u"; use one of %1"_s.arg(names.join(u", "_s));
    const auto message = word.isEmpty() ? u"subcommand missing"_s : u"unknown command"_s;
    return {Error::Kind::BadInput, asked, message + hint};
}

/// The command at the start of @p words: one word, or two.
Result<const CommandSpec *> commandOf(const std::vector<std::string> &words)
{
    const auto first = QString::fromStdString(words[0]);
    if (subCommandNames(first).isEmpty()) {
        const auto *command = findCommand(first);
        return command ? Result<const CommandSpec *>(command) : tl::unexpected(unknownCommand(words[0]));
    }
    const auto second = words.size() > 1 ? QString::fromStdString(words[1]) : QString();
    const auto *command = findCommand(first + u' ' + second);
    if (!command && (second.isEmpty() || second.startsWith(u'-')))
        command = findCommand(first); // "serve" is a command, and the first word of another
    return command ? Result<const CommandSpec *>(command) : tl::unexpected(unknownSubCommand(first, second));
}

/// @p words: the words after "help", or the command family in front of "--help".
Result<Invocation> helpFor(const std::vector<std::string> &words)
{
    if (words.empty())
        return PrintCall{generalHelp()};
    const auto family = QString::fromStdString(words[0]);
    if (words.size() == 1 && !findCommand(family) && !subCommandNames(family).isEmpty())
        return PrintCall{familyHelp(family)};
    return commandOf(words).map(
        [](const CommandSpec *command) { return Invocation(PrintCall{commandHelp(*command)}); });
}

} // namespace

Result<Invocation> parseCommandLine(const Arguments &arguments)
{
    const auto &words = arguments.words;
    if (words.empty())
        return PrintCall{generalHelp()}; // main() opens the window before this
    // Undocumented commands, for shell completions and for building the man page and the documentation.
    if (words[0] == "__complete") {
        CompleteCall call;
        std::transform(words.begin() + 1, words.end(), std::back_inserter(call.words),
                       [](const std::string &word) { return QString::fromStdString(word); });
        return call;
    }
    if (words.size() == 1 && words[0] == "__manual")
        return PrintCall{manualPage()};
    if (words.size() == 1 && words[0] == "__reference")
        return PrintCall{commandReference()};
    if (words[0] == "--version")
        return PrintCall{u"lynceus %1\n"_s.arg(QLatin1StringView(LYNCEUS_VERSION))};
    if (asksForHelp(words[0]) || words[0] == "help")
        return helpFor({words.begin() + 1, words.end()});
    if (words.size() == 2 && asksForHelp(words[1]) && !findCommand(QString::fromStdString(words[0]))
        && !subCommandNames(QString::fromStdString(words[0])).isEmpty())
        return helpFor({words[0]});
    const auto command = commandOf(words);
    if (!command)
        return tl::unexpected(command.error());
    return parseCommand(**command, arguments);
}

} // namespace lynceus
