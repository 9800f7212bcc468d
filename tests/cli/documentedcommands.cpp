#include "tests/cli/documentedcommands.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

/// Replaces variables of shells, GitHub Actions and GitLab components with sample values.
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
            // In "2>&1", the number is part of the redirection.
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
        // The call may be in a string of another language: sh 'lynceus …'.
        if (const auto quote = lines[i].trimmed().back(); lines[i].contains(u"sh "_s + quote + u"lynceus"_s))
            line.chop(1);
        while (line.endsWith(u'\\') && i + 1 < lines.size())
            line = line.chopped(1) + u' ' + lines[++i].trimmed();
        commands.push_back({line, shellWords(withSamples(line))});
    }
    return commands;
}

std::vector<CodeBlock> codeBlocks(const QString &text)
{
    std::vector<CodeBlock> blocks;
    bool isCode = false;
    for (const auto &line : text.split(u'\n')) {
        if (line.trimmed().startsWith(u"```"_s)) {
            isCode = !isCode;
            if (isCode)
                blocks.push_back({line.trimmed().mid(3), {}, {}});
        } else if (isCode) {
            if (blocks.back().lines.isEmpty())
                blocks.back().heading = line;
            blocks.back().lines.append(line);
        }
    }
    return blocks;
}

std::vector<ShellCommand> shellCommands(const CodeBlock &block)
{
    static const QRegularExpression variables(u"^(?:[A-Za-z_]\\w*=\\S*\\s*)+"_s);
    std::vector<ShellCommand> commands;
    for (qsizetype i = 0; i < block.lines.size(); ++i) {
        auto line = block.lines[i].trimmed();
        while (line.endsWith(u'\\') && i + 1 < block.lines.size())
            line = line.chopped(1) + u' ' + block.lines[++i].trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        auto call = line;
        const auto words = shellWords(call.remove(variables));
        commands.push_back({words.empty() ? QString() : QString::fromStdString(words.front()), line});
    }
    return commands;
}

QStringList documentedFiles()
{
    const QDir root(QStringLiteral(LYNCEUS_SOURCE_DIR));
    QStringList files{u"README.md"_s, u"CONTRIBUTING.md"_s, u"SECURITY.md"_s};
    for (const auto &folder : {u"docs"_s, u"packaging"_s}) {
        QDirIterator found(root.filePath(folder), {u"*.md"_s, u"*.yml"_s, u"*.yaml"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (found.hasNext()) {
            const auto file = root.relativeFilePath(found.next());
            if (!file.contains(u"/decisions/"_s))
                files.append(file);
        }
    }
    files.sort();
    return files;
}

QStringList missingTests(const QString &reason)
{
    static const QRegularExpression name(u"\\b([A-Z]\\w+)\\.([A-Z]\\w+)"_s);
    QStringList missing;
    for (auto each = name.globalMatch(reason); each.hasNext();) {
        const auto match = each.next();
        const auto head = u"(%1, %2)"_s.arg(match.captured(1), match.captured(2));
        QDirIterator sources(QStringLiteral(LYNCEUS_SOURCE_DIR "/tests"), {u"*.cpp"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
        bool isThere = false;
        while (!isThere && sources.hasNext()) {
            QFile file(sources.next());
            isThere = file.open(QIODevice::ReadOnly) && QString::fromUtf8(file.readAll()).contains(head);
        }
        if (!isThere)
            missing.append(match.captured());
    }
    return missing;
}

QString sourceText(const QString &name)
{
    QFile file(QStringLiteral(LYNCEUS_SOURCE_DIR "/") + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
    return QString::fromUtf8(file.readAll());
}

} // namespace lynceus::test
