#include "core/domain/redaction/yamlsecrets.h"

#include "core/domain/redaction/programflags.h"
#include "core/domain/redaction/secretnames.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lynceus {

namespace {

constexpr QByteArrayView kMark("…");
constexpr qsizetype kNone = -1;
constexpr qsizetype kLongestArguments = 16'000; // bytes of `args` before `command`

/// Members of an entry of `env` that refer to the source of a value.
constexpr std::array kReferences{
    "name",     "valueFrom", "secretKeyRef", "configMapKeyRef", "fieldRef",      "resourceFieldRef", "key",
    "optional", "fieldPath", "apiVersion",   "resource",        "containerName", "divisor",          "value"};

bool isKeyLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
        || c == '.' || c == '/';
}

QByteArrayView unquoted(QByteArrayView text)
{
    const bool isQuoted =
        text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
    return isQuoted ? text.sliced(1, text.size() - 2) : text;
}

/// One line: `  - key: value` or `key=value`.
struct Line
{
    QByteArrayView text;
    qsizetype indent = 0;
    qsizetype column = 0; ///< of the text behind the dashes of a list
    bool isItem = false;  ///< starts an element of a list
    QByteArrayView key;
    bool isSetting = false; ///< `key=value`
    qsizetype valueAt = kNone;
    QByteArrayView value;
};

Line lineOf(QByteArrayView text)
{
    Line line;
    line.text = text;
    qsizetype at = 0;
    while (at < text.size() && text[at] == ' ')
        ++at;
    line.indent = at;
    while (text.sliced(at).startsWith("- ")) {
        line.isItem = true;
        at += 2;
        while (at < text.size() && text[at] == ' ')
            ++at;
    }
    line.column = at;
    if (text.sliced(at).startsWith("export "))
        at += 7;
    const char quote = at < text.size() && (text[at] == '"' || text[at] == '\'') ? text[at] : '\0';
    const auto begin = at + (quote ? 1 : 0);
    auto end = begin;
    while (end < text.size() && isKeyLetter(text[end]))
        ++end;
    auto behind = end;
    if (quote) {
        if (end >= text.size() || text[end] != quote)
            return line;
        ++behind;
    }
    if (end == begin || behind >= text.size())
        return line;
    line.isSetting = text[behind] == '=' && line.indent == 0 && !line.isItem;
    const bool isMember =
        text[behind] == ':' && (behind + 1 == text.size() || text[behind + 1] == ' ' || text[behind + 1] == '\r');
    if (!line.isSetting && !isMember)
        return line;
    line.key = text.sliced(begin, end - begin);
    line.valueAt = behind + 1;
    while (line.valueAt < text.size() && text[line.valueAt] == ' ')
        ++line.valueAt;
    line.value = text.sliced(line.valueAt).trimmed();
    return line;
}

bool isBlockMark(QByteArrayView value)
{
    return !value.isEmpty() && (value.front() == '|' || value.front() == '>')
        && std::all_of(value.begin() + 1, value.end(),
                       [](char c) { return c == '-' || c == '+' || (c >= '0' && c <= '9'); });
}

class Lines final
{
public:
    Lines(QByteArrayView text, EnvironmentValues environment)
        : m_text(text)
        , m_environment(environment)
        , m_aheadLeft(text.size())
    {
        m_out.reserve(text.size());
    }

    QByteArray scan()
    {
        for (qsizetype at = 0; at <= m_text.size();) {
            const auto found = m_text.indexOf('\n', at);
            const auto end = found < 0 ? m_text.size() : found;
            const auto line = lineOf(m_text.sliced(at, end - at));
            if (!insideBlock(line)) {
                follow(line);
                followArguments(line, end + 1);
                take(line);
            }
            if (found >= 0)
                m_out += '\n';
            at = end + 1;
        }
        return std::move(m_out);
    }

private:
    /// Lines of a secret block scalar; the first is replaced by the mark.
    bool insideBlock(const Line &line)
    {
        if (m_blockIndent == kNone)
            return false;
        const bool isBlank = line.text.trimmed().isEmpty();
        if (!isBlank && line.indent <= m_blockIndent) {
            m_blockIndent = kNone;
            return false;
        }
        if (!isBlank) {
            m_out += line.text.first(line.indent);
            m_out += kMark;
        }
        return true;
    }

    /// Updates the context for this line.
    void follow(const Line &line)
    {
        if (line.text.trimmed().isEmpty())
            return;
        const bool isIn = line.indent > m_envIndent || (line.indent == m_envIndent && line.isItem);
        if (m_envIndent != kNone && !isIn)
            m_envIndent = kNone;
        if (line.isItem)
            m_name = {};
        if (line.key == "name" && !line.isSetting)
            m_name = unquoted(line.value);
        if (m_envIndent == kNone && line.key == "env" && line.value.isEmpty())
            m_envIndent = line.indent;
    }

    /// Follows lists of arguments. Texts deeper than a list belong to its elements.
    void followArguments(const Line &line, qsizetype nextLine)
    {
        if (line.text.trimmed().isEmpty())
            return;
        if (line.isItem && line.valueAt == kNone) {
            if (std::exchange(m_listIndent, line.indent) != line.indent) {
                m_program = std::exchange(m_programBefore, {});
                m_isBehindFlag = false;
            }
            return;
        }
        if (line.indent > m_listIndent && !line.isItem && m_listIndent != kNone)
            return;
        m_listIndent = kNone;
        m_programBefore = {};
        if (line.key == "args" && line.value.isEmpty())
            m_programBefore = m_commandColumn == line.column ? m_program : programAfter(nextLine, line.column);
        m_commandColumn = line.key == "command" && line.value.isEmpty() ? line.column : kNone;
        m_program = {};
    }

    /// The program of the `command` that follows the `args` in this column: manifests list keys alphabetically.
    QByteArrayView programAfter(qsizetype at, qsizetype column)
    {
        QByteArrayView program;
        bool isCommand = false;
        const auto stop = std::min(m_text.size(), at + kLongestArguments);
        while (at < stop && m_aheadLeft > 0) {
            const auto found = m_text.indexOf('\n', at);
            const auto end = found < 0 ? m_text.size() : found;
            const auto line = lineOf(m_text.sliced(at, end - at));
            m_aheadLeft -= end + 1 - at;
            at = end + 1;
            if (line.indent > column || (line.indent == column && line.isItem)) {
                const auto known = isCommand ? programWithSecretFlags(argumentOf(line)) : QByteArrayView();
                program = known.isEmpty() ? program : known;
            } else if (line.column == column && line.key == "command" && !isCommand) {
                isCommand = true;
            } else if (!line.text.trimmed().isEmpty()) {
                break;
            }
        }
        return program;
    }

    static QByteArrayView argumentOf(const Line &line) { return unquoted(line.text.sliced(line.column).trimmed()); }

    /// `- hunter2` behind `- --password`, and `- -phunter2` behind `- mysql`.
    bool takeArgument(const Line &line)
    {
        const auto text = line.text.sliced(line.column).trimmed();
        const auto argument = argumentOf(line);
        const auto secretAt = secretInArgument(m_program, argument);
        const bool isSecret = std::exchange(m_isBehindFlag, secretAt == argument.size() || isLoneSecretFlag(argument))
            && !argument.startsWith('-') && !isPlaceholder(argument);
        if (const auto known = programWithSecretFlags(argument); !known.isEmpty())
            m_program = known;
        if (isSecret && isBlockMark(text)) {
            m_out += line.text;
            m_blockIndent = line.indent;
        } else if (isSecret) {
            m_out += line.text.first(line.column);
            m_out += kMark;
        } else if (secretAt >= 0 && secretAt < argument.size()) {
            const auto quote = text.first(argument.size() < text.size() ? 1 : 0);
            m_out += line.text.first(line.column);
            m_out += quote;
            m_out += argument.first(secretAt);
            m_out += kMark;
            m_out += quote;
        } else {
            return false;
        }
        return true;
    }

    void take(const Line &line)
    {
        if (line.isItem && line.valueAt == kNone && takeArgument(line))
            return;
        if (line.valueAt == kNone || !mustGo(line)) {
            m_out += line.text;
            return;
        }
        m_out += line.text.first(line.valueAt);
        if (isBlockMark(line.value)) {
            m_out += line.value;
            m_blockIndent = line.indent;
            return;
        }
        m_out += kMark;
    }

    [[nodiscard]] bool mustGo(const Line &line) const
    {
        const bool isReference =
            std::ranges::any_of(kReferences, [&](const char *each) { return line.key == QByteArrayView(each); });
        const bool hidesVariables = m_environment == EnvironmentValues::Redacted;
        const bool isVariable = m_envIndent != kNone && line.indent >= m_envIndent && line.key != "env";
        if (isVariable && !line.value.isEmpty()) {
            if (line.key == "value" && hidesVariables)
                return true;
            if (!isReference && hidesVariables)
                return true;
        }
        const bool isPair = line.key == "value" && !m_name.isEmpty();
        const auto name = isPair ? m_name : line.key;
        const auto risk = riskOfName(name);
        if (risk == NameRisk::None || line.value.isEmpty())
            return false;
        if (isBlockMark(line.value))
            return risk == NameRisk::Secret;
        if (line.value.front() == '{' || (line.value.front() == '[' && line.value.contains('{')))
            return false;
        const auto value = unquoted(line.value);
        // Prose: "token: token is expired".
        if (!isPair && !line.isSetting && value.contains(' ') && !endsInPasswordWord(name))
            return false;
        return isSecretValue(risk, name, value);
    }

    QByteArrayView m_text;
    EnvironmentValues m_environment;
    QByteArray m_out;
    qsizetype m_blockIndent = kNone;   ///< deeper lines belong to a secret block
    qsizetype m_envIndent = kNone;     ///< of the enclosing `env:`
    QByteArrayView m_name;             ///< of the list's element
    qsizetype m_aheadLeft;             ///< bytes that may still be read ahead, so that the time stays linear
    qsizetype m_listIndent = kNone;    ///< of the list of arguments
    qsizetype m_commandColumn = kNone; ///< of `command:`, if its list is the last one
    QByteArrayView m_program;          ///< that the list names
    QByteArrayView m_programBefore;    ///< of `command`, for the list of `args` that follows
    bool m_isBehindFlag = false;       ///< the previous argument is a flag whose value follows
};

} // namespace

QByteArray yamlWithoutSecrets(QByteArrayView text, EnvironmentValues environment)
{
    return Lines(text, environment).scan();
}

} // namespace lynceus
