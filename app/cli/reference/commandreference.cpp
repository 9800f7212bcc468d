#include "app/cli/reference/commandreference.h"

#include "app/cli/options/commandspec.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString utf8(const char *text)
{
    return QString::fromUtf8(text);
}

/// Escapes text for a table cell.
QString cell(const char *text)
{
    return utf8(text).replace(u'|', u"\\|"_s).replace(u'<', u"&lt;"_s);
}

QString optionRow(const OptionSpec &option)
{
    auto name = utf8(option.name);
    if (option.placeholder)
        name += u' ' + utf8(option.placeholder);
    if (option.letter != '\0')
        name = u"-%1, %2"_s.arg(QLatin1Char(option.letter)).arg(name);
    return u"| `%1` | %2 |\n"_s.arg(name.replace(u'|', u"\\|"_s), cell(option.help));
}

QString section(const CommandSpec &command)
{
    auto text = u"\n## lynceus %1\n\n%2.\n\n"_s.arg(utf8(command.name), utf8(command.summary));
    text += u"```text\nlynceus %1 %2\n```\n\n%3\n"_s.arg(utf8(command.name), utf8(command.usage),
                                                         utf8(command.description));
    for (const OptionGroup &group : command.groups) {
        text += u"\n**%1**\n\n| option | meaning |\n|---|---|\n"_s.arg(utf8(group.title));
        for (const OptionSpec &option : group.options)
            text += optionRow(option);
    }
    text += u"\n**%1**\n\n```sh\n"_s.arg(command.examples.size() == 1 ? u"Example"_s : u"Examples"_s);
    for (const char *example : command.examples)
        text += utf8(example) + u'\n';
    text += u"```\n\n**Exit codes**\n\n| code | meaning |\n|---|---|\n"_s;
    for (const auto &meaning : command.exitCodes)
        text += u"| %1 | %2 |\n"_s.arg(int(meaning.code)).arg(cell(meaning.words));
    return text;
}

} // namespace

QString commandReference()
{
    auto text =
        u"# Commands\n\nThis page is generated from the program (version %1); `lynceus COMMAND --help` prints the "
        "same.\n"_s.arg(QLatin1StringView(LYNCEUS_VERSION));
    for (const auto &command : commandSpecs())
        text += section(command);
    return text;
}

} // namespace lynceus
