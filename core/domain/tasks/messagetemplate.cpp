#include "core/domain/tasks/messagetemplate.h"

#include "core/domain/redaction/redact.h"
#include "core/domain/text/nearest.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostShown = 60; // characters of a wrong name in an error

/// The content of a JSON string.
QByteArray escapedForJson(const QString &text)
{
    QString escaped;
    escaped.reserve(text.size());
    for (const auto c : text) {
        if (c == u'"' || c == u'\\') {
            escaped += u'\\';
            escaped += c;
        } else if (c < u' ' || c == u'\u007f' || c == u'\u2028' || c == u'\u2029') {
            escaped += u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        } else {
            escaped += c;
        }
    }
    return escaped.toUtf8(); // an unpaired surrogate becomes U+FFFD
}

/// https://api.slack.com/reference/surfaces/formatting#escaping: the result cannot mention anyone.
QString slackEscape(QChar c)
{
    if (c == u'&')
        return u"&amp;"_s;
    if (c == u'<')
        return u"&lt;"_s;
    return c == u'>' ? u"&gt;"_s : QString(c);
}

/// Escapes Markdown characters with a backslash, and separates "@" from names that could be notified.
QString markdownEscape(QChar c)
{
    static const QString kSigns = u"\\`*_{}[]()#+!|<>~$"_s;
    if (kSigns.contains(c))
        return QString(u'\\') + c;
    return c == u'@' ? u"@\u200b"_s : QString(c);
}

/// At most MessageTemplate::kMostFiltered characters: chats reject longer blocks.
QString filtered(const QString &text, QString (*escape)(QChar))
{
    QString result;
    for (const auto c : text) {
        const auto piece = escape(c);
        if (result.size() + piece.size() >= MessageTemplate::kMostFiltered)
            return result + u'…';
        result += piece;
    }
    return result;
}

} // namespace

/// Scans the JSON text only to find its strings.
class MessageTemplate::Parser final
{
public:
    Parser(const QString &text, const QStringList &names, const QStringList &documents)
        : m_text(text)
        , m_names(names)
        , m_documents(documents)
    { }

    [[nodiscard]] Result<std::vector<Part>> parse()
    {
        if (m_text.size() > kMostCharacters)
            return badInput(u"it has more than %1 characters"_s.arg(kMostCharacters));
        while (m_at < m_text.size()) {
            if (!QStringView(m_text).sliced(m_at).startsWith("{{"_L1)) {
                takeCharacter(m_text.at(m_at));
                ++m_at;
            } else if (auto taken = takePlaceholder(); !taken) {
                return tl::unexpected(taken.error());
            }
        }
        if (m_isInString)
            return wrong(u"a string is not closed"_s);
        m_parts.push_back({m_before.toUtf8(), {}});
        return std::move(m_parts);
    }

private:
    [[nodiscard]] tl::unexpected<Error> wrong(const QString &problem) const
    {
        const auto line = m_text.first(m_at).count(u'\n') + 1;
        return badInput(u"line %1: %2"_s.arg(line).arg(problem));
    }

    void takeCharacter(QChar c)
    {
        constexpr int kUnicodeDigits = 4;
        m_before += c;
        if (m_escaped == 1 && c == u'u')
            m_escaped = kUnicodeDigits;
        else if (m_escaped > 0)
            --m_escaped;
        else if (m_isInString && c == u'\\')
            m_escaped = 1;
        else if (c == u'"')
            m_isInString = !m_isInString;
    }

    [[nodiscard]] Result<void> takePlaceholder()
    {
        if (m_escaped > 0) // the first characters of the value would belong to the escape
            return wrong(u"a backslash stands in front of a placeholder; remove it"_s);
        const auto end = m_text.indexOf("}}"_L1, m_at);
        if (end < 0)
            return wrong(u"a placeholder is not closed; write {{NAME}}"_s);
        if (qsizetype(m_parts.size()) >= kMostPlaceholders)
            return wrong(u"there are more than %1 placeholders"_s.arg(kMostPlaceholders));
        const auto words = m_text.mid(m_at + 2, end - m_at - 2).split(u'|');
        Part part;
        part.name = words.front().trimmed();
        part.isInString = m_isInString;
        part.isDocument = m_documents.contains(part.name);
        if (!part.isDocument && !m_names.contains(part.name)) {
            const auto nearest = nearestWords(part.name, m_names + m_documents, 2);
            return wrong(u"{{%1}} is not known; use %2"_s.arg(redactedText(part.name, kMostShown),
                                                              nearest.isEmpty() ? (m_names + m_documents).join(u", "_s)
                                                                                : nearest.join(u" or "_s)));
        }
        if (words.size() > 1) {
            const auto filter = words.size() == 2 ? words.at(1).trimmed() : QString();
            if ((filter != "slack"_L1 && filter != "markdown"_L1) || part.isDocument)
                return wrong(u"{{%1|…}} has a filter that is not known; use slack or markdown, and none for %2"_s.arg(
                    part.name, m_documents.join(u", "_s)));
            part.filter = filter == "slack"_L1 ? Filter::Slack : Filter::Markdown;
        }
        if (part.isDocument && m_isInString)
            return wrong(u"{{%1}} is an object and cannot stand inside of a string"_s.arg(part.name));
        part.before = m_before.toUtf8();
        m_before.clear();
        m_parts.push_back(std::move(part));
        m_at = end + 2;
        return {};
    }

    const QString &m_text;
    const QStringList &m_names;
    const QStringList &m_documents;
    qsizetype m_at = 0;
    QString m_before;
    std::vector<Part> m_parts;
    int m_escaped = 0; ///< number of following characters that belong to an escape
    bool m_isInString = false;
};

Result<MessageTemplate> MessageTemplate::parse(const QString &text, const QStringList &names,
                                               const QStringList &documents)
{
    auto parts = Parser(text, names, documents).parse();
    if (!parts)
        return tl::unexpected(parts.error());
    MessageTemplate parsed;
    parsed.m_parts = *std::move(parts);
    return parsed;
}

QByteArray MessageTemplate::rendered(const QHash<QString, QString> &values,
                                     const QHash<QString, QByteArray> &documents) const
{
    QByteArray text;
    for (const auto &part : m_parts) {
        text += part.before;
        if (part.name.isEmpty())
            break;
        if (part.isDocument) {
            text += documents.value(part.name, "null");
            continue;
        }
        auto value = values.value(part.name);
        if (value.size() > kMostValue)
            value = value.first(kMostValue - 1) + u'…';
        if (part.filter == Filter::Slack)
            value = filtered(value, slackEscape);
        else if (part.filter == Filter::Markdown)
            value = filtered(value, markdownEscape);
        text += part.isInString ? escapedForJson(value) : '"' + escapedForJson(value) + '"';
    }
    return text;
}

} // namespace lynceus
