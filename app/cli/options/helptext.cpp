#include "app/cli/options/helptext.h"

#include "app/cli/options/neededpackages.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kWidth = 80;       // columns: the narrowest usual terminal
constexpr qsizetype kTermColumns = 26; // columns in front of the explanations

QString utf8(const char *text)
{
    return QString::fromUtf8(text);
}

/// Wraps @p text at kWidth columns; all lines but the first are indented by @p indent spaces.
QString wrapped(const QString &text, qsizetype indent)
{
    QString lines;
    qsizetype column = indent;
    for (const auto &word : text.split(u' ')) {
        if (column > indent && column + 1 + word.size() > kWidth) {
            lines += u'\n' + QString(indent, u' ');
            column = indent;
        } else if (column > indent) {
            lines += u' ';
            ++column;
        }
        lines += word;
        column += word.size();
    }
    return lines;
}

QString row(const QString &term, const QString &explanation)
{
    auto text = u"  "_s + term;
    if (text.size() + 1 >= kTermColumns)
        text += u'\n' + QString(kTermColumns, u' ');
    else
        text = text.leftJustified(kTermColumns);
    return text + wrapped(explanation, kTermColumns) + u'\n';
}

QString term(const OptionSpec &option)
{
    auto text = utf8(option.name);
    if (option.placeholder)
        text += u' ' + utf8(option.placeholder);
    return option.letter == '\0' ? text : u'-' + QString(QLatin1Char(option.letter)) + u", "_s + text;
}

QString exitCodesHelp(std::span<const ExitCodeMeaning> codes)
{
    QString text = u"\nExit codes:\n"_s;
    for (const auto &meaning : codes)
        text += row(QString::number(int(meaning.code)), utf8(meaning.words));
    return text;
}

QString packagesHelp(const CommandSpec &command, IsInstalled isThere)
{
    QString text;
    for (const auto package : packagesNeededBy(utf8(command.name))) {
        const auto state = isThere(package) ? QString() : u" (not installed)"_s;
        text += row(packageName(package), purposeOf(package) + state);
    }
    return text.isEmpty() ? text : u"\nPackages, by their names in Debian:\n"_s + text;
}

} // namespace

QString generalHelp()
{
    QString text =
        u"lynceus - is my version really running, and if not, why?\n\nUsage: lynceus COMMAND [OPTIONS]\n\nCommands:\n"_s;
    for (const CommandSpec &command : commandSpecs())
        text += row(utf8(command.name), utf8(command.summary));
    text += u"\nOptions:\n"_s + row(u"-h, --help"_s, u"Show this help; \"lynceus COMMAND --help\" shows a command's."_s)
        + row(u"--version"_s, u"Show the version."_s);
    text += u"\nEnvironment:\n"_s + row(u"ARGOCD_SERVER"_s, u"The Argo CD server, unless --server is given."_s)
        + row(u"ARGOCD_AUTH_TOKEN"_s,
              u"The token, unless an option gives one; only for ARGOCD_SERVER, if that is set."_s)
        + row(u"NO_COLOR"_s, u"Disable colours."_s);
    text += u"\nExample:\n  export ARGOCD_SERVER=argocd.acme.example ARGOCD_AUTH_TOKEN\n"
            "  lynceus wait --app shop-web=ghcr.io/acme/shop-web:1.5.0\n"_s;
    return text;
}

QString familyHelp(const QString &family)
{
    auto text = u"Usage: lynceus %1 COMMAND [OPTIONS]\n\nCommands:\n"_s.arg(family);
    for (const auto &name : subCommandNames(family)) {
        const auto whole = family + u' ' + name;
        text += row(whole, utf8(findCommand(whole)->summary));
    }
    return text + u"\nOptions:\n"_s
        + row(u"-h, --help"_s, u"Show this help; \"lynceus %1 COMMAND --help\" shows a command's."_s.arg(family));
}

QString commandHelp(const CommandSpec &command, IsInstalled isThere)
{
    auto text = u"lynceus %1 - %2\n"_s.arg(utf8(command.name), utf8(command.summary));
    text += u"\nUsage: lynceus %1 %2\n\n"_s.arg(utf8(command.name), utf8(command.usage));
    text += wrapped(utf8(command.description), 0) + u'\n';
    for (const OptionGroup &group : command.groups) {
        text += u'\n' + utf8(group.title) + u":\n"_s;
        for (const OptionSpec &option : group.options)
            text += row(term(option), utf8(option.help));
    }
    text += command.examples.size() == 1 ? u"\nExample:\n"_s : u"\nExamples:\n"_s;
    for (const char *example : command.examples)
        text += u"  "_s + utf8(example) + u'\n';
    return text + exitCodesHelp(command.exitCodes) + packagesHelp(command, isThere);
}

} // namespace lynceus
