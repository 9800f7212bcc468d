#include "app/cli/reference/manpage.h"

#include "app/cli/options/commandspec.h"
#include "app/cli/options/tables/commonoptions.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Q_INIT_RESOURCE is required in a static library, and must be used outside of namespaces.
static void loadReference()
{
    Q_INIT_RESOURCE(reference);
}

namespace lynceus {

namespace {

QString roff(const char *text)
{
    return roffText(QString::fromUtf8(text));
}

bool isServerOption(const OptionSpec &option)
{
    return std::ranges::any_of(kServerOptions,
                               [&option](const OptionSpec &each) { return qstrcmp(each.name, option.name) == 0; });
}

/// True if @p group has all server options, so that the page can refer to their section.
bool hasServerOptions(const OptionGroup &group)
{
    return std::ranges::count_if(group.options, isServerOption) == std::ssize(kServerOptions);
}

QString optionEntry(const OptionSpec &option)
{
    auto name = roff(option.name);
    if (option.letter != '\0')
        name = u"\\-%1, %2"_s.arg(QLatin1Char(option.letter)).arg(name);
    const auto head =
        option.placeholder ? u".BI \"%1 \" \"%2\"\n"_s.arg(name, roff(option.placeholder)) : u".B \"%1\"\n"_s.arg(name);
    return u".TP\n"_s + head + roff(option.help) + u'\n';
}

QString groupEntry(const OptionGroup &group)
{
    const bool refers = hasServerOptions(group);
    QString entries;
    for (const OptionSpec &option : group.options) {
        if (!refers || !isServerOption(option))
            entries += optionEntry(option);
    }
    auto text = u".PP\n.B \"%1\"\n"_s.arg(roff(group.title)) + entries;
    if (refers)
        text += entries.isEmpty() ? u".PP\nThe options of\n.B SERVER OPTIONS\nbelow.\n"_s
                                  : u".PP\nAnd the options of\n.B SERVER OPTIONS\nbelow.\n"_s;
    return text;
}

QString commandEntry(const CommandSpec &command)
{
    auto text = u".SS \"lynceus %1 %2\"\n"_s.arg(roff(command.name), roff(command.usage));
    text += roff(command.summary) + u".\n.PP\n"_s + roff(command.description) + u'\n';
    for (const OptionGroup &group : command.groups)
        text += groupEntry(group);
    text += command.examples.size() == 1 ? u".PP\n.B Example\n"_s : u".PP\n.B Examples\n"_s;
    text += u".PP\n.nf\n.RS\n"_s;
    for (const char *example : command.examples)
        text += roff(example) + u'\n';
    text += u".RE\n.fi\n.PP\n.B \"Exit codes\"\n"_s;
    for (const auto &meaning : command.exitCodes)
        text += u".TP\n.B %1\n"_s.arg(int(meaning.code)) + roff(meaning.words) + u'\n';
    return text;
}

QString synopsis()
{
    auto text = u".SH SYNOPSIS\n.B lynceus\n.RI [ LINK ]\n.br\n"_s;
    for (const auto &command : commandSpecs())
        text += u".B \"lynceus %1\"\n%2\n.br\n"_s.arg(roff(command.name), roff(command.usage));
    return text + u".B lynceus\n.RB [ \\-\\-help | \\-\\-version ]\n"_s;
}

QString commands()
{
    auto text = u".SH COMMANDS\n"_s;
    for (const auto &command : commandSpecs())
        text += commandEntry(command);
    text += u".SH SERVER OPTIONS\n"_s;
    for (const auto &option : kServerOptions)
        text += optionEntry(option);
    return text;
}

} // namespace

QString roffText(const QString &text)
{
    QString safe;
    for (const auto &each : text) {
        if (each == u'\\')
            safe += u"\\e"_s;
        else if (each == u'-')
            safe += u"\\-"_s;
        else if (each == u'\'')
            safe += u"\\(aq"_s;
        else if (each == u'"')
            safe += u"\\(dq"_s;
        else if (each == u'…')
            safe += u"..."_s;
        else if (each != u'`')
            safe += each;
    }
    return safe.startsWith(u'.') ? u"\\&"_s + safe : safe;
}

QString manualPage()
{
    loadReference();
    QFile file(u":/reference/manpage.in"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto page = QString::fromUtf8(file.readAll());
    page.replace(u"@VERSION@"_s, roff(LYNCEUS_VERSION));
    page.replace(u"@SYNOPSIS@\n"_s, synopsis());
    page.replace(u"@COMMANDS@\n"_s, commands());
    return page;
}

} // namespace lynceus
