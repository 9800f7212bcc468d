#include "tests/cli/documentedcommands.h"

#include <QRegularExpression>
#include <QStringList>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

/// What a page leaves open: a variable, of a shell, GitHub Actions or a GitLab component.
QString withSamples(QString line)
{
    static const QRegularExpression variable(
        u"\\$(?:\\{\\{[^}]*\\}\\}|\\{\\w+\\}|\\[\\[[^\\]]*\\]\\]|[A-Za-z_]\\w*)"_s);
    for (auto match = variable.match(line); match.hasMatch(); match = variable.match(line)) {
        const auto name = match.captured().toUpper();
        const auto value = name.contains(u"TIMEOUT"_s) ? u"15m"_s
            : name.contains(u"URL"_s)                  ? u"https://sample.example"_s
                                                       : u"sample"_s;
        line.replace(match.capturedStart(), match.capturedLength(), value);
    }
    return line;
}

} // namespace

std::vector<std::string> shellWords(const QString &line)
{
    std::vector<std::string> words;
    QString word;
    bool hasWord = false;
    QChar quote;
    const auto end = [&] {
        if (std::exchange(hasWord, false))
            words.push_back(word.toStdString());
        word.clear();
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto each = line[i];
        if (!quote.isNull()) {
            if (each == quote)
                quote = {};
            else
                word += each;
        } else if (each == u'\'' || each == u'"') {
            quote = each;
            hasWord = true;
        } else if (each.isSpace()) {
            end();
        } else if (each == u'|' || each == u';' || each == u'>' || each == u'&' || each == u')'
                   || (each == u'#' && !hasWord)) {
            // "2>&1": the number belongs to the redirection.
            if (each == u'>' && word == u"2"_s)
                hasWord = false;
            break;
        } else {
            word += each;
            hasWord = true;
        }
    }
    end();
    return words;
}

std::vector<DocumentedCommand> documentedCommands(const QString &text, bool isMarkdown)
{
    static const QRegularExpression call(
        u"^\\s*(?:\\$ |- |(?:sh|run|script): ?['\"]?|if |! |ExecStart=\\S*/|\\w+=\\S+ )*(?:build/release/)?lynceus(?: (.*))?$"_s);
    std::vector<DocumentedCommand> commands;
    bool isCode = !isMarkdown;
    const auto lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (isMarkdown && lines[i].trimmed().startsWith(u"```"_s)) {
            isCode = !isCode;
            continue;
        }
        const auto match = isCode ? call.match(lines[i]) : QRegularExpressionMatch();
        if (!match.hasMatch())
            continue;
        auto line = match.captured(1);
        // In a string of another language: sh 'lynceus …'
        if (const auto quote = lines[i].trimmed().back(); lines[i].contains(u"sh "_s + quote + u"lynceus"_s))
            line.chop(1);
        while (line.endsWith(u'\\') && i + 1 < lines.size())
            line = line.chopped(1) + u' ' + lines[++i].trimmed();
        commands.push_back({line, shellWords(withSamples(line))});
    }
    return commands;
}

} // namespace lynceus::test
