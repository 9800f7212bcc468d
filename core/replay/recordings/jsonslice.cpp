#include "core/replay/recordings/jsonslice.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstring>

namespace lynceus {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

qsizetype skipSpace(QByteArrayView text, qsizetype position)
{
    while (position < text.size() && isSpace(text[position]))
        ++position;
    return position;
}

/// @param position of the opening quote. Returns the position after the closing one.
qsizetype skipString(QByteArrayView text, qsizetype position)
{
    const qsizetype start = position + 1;
    for (qsizetype from = start; from < text.size();) {
        const void *found = std::memchr(text.data() + from, '"', static_cast<std::size_t>(text.size() - from));
        if (!found)
            return text.size();
        const qsizetype quote = static_cast<const char *>(found) - text.data();
        qsizetype escapes = 0;
        while (quote - escapes > from && text[quote - escapes - 1] == '\\')
            ++escapes;
        if (escapes % 2 == 0)
            return quote + 1;
        from = quote + 1;
    }
    return text.size();
}

qsizetype skipContainer(QByteArrayView text, qsizetype position)
{
    int depth = 0;
    while (position < text.size()) {
        const char c = text[position];
        if (c == '"') {
            position = skipString(text, position);
            continue;
        }
        ++position;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return position;
    }
    return text.size();
}

qsizetype skipValue(QByteArrayView text, qsizetype position)
{
    if (position >= text.size())
        return text.size();
    const char first = text[position];
    if (first == '"')
        return skipString(text, position);
    if (first == '{' || first == '[')
        return skipContainer(text, position);
    while (position < text.size() && !isSpace(text[position]) && text[position] != ',' && text[position] != ']'
           && text[position] != '}')
        ++position;
    return position;
}

} // namespace

JsonWalker::JsonWalker(QByteArrayView container)
    : m_text(container)
    , m_position(skipSpace(container, 0))
{
    if (m_position < m_text.size() && (m_text[m_position] == '{' || m_text[m_position] == '[')) {
        m_object = m_text[m_position] == '{';
        ++m_position;
    } else {
        m_position = m_text.size();
    }
}

bool JsonWalker::next()
{
    m_position = skipSpace(m_text, m_position);
    if (m_position < m_text.size() && m_text[m_position] == ',')
        m_position = skipSpace(m_text, m_position + 1);
    if (m_position >= m_text.size() || m_text[m_position] == '}' || m_text[m_position] == ']')
        return false;
    if (m_object) {
        if (m_text[m_position] != '"')
            return false;
        const qsizetype end = skipString(m_text, m_position);
        m_key = m_text.sliced(m_position + 1, qMax(qsizetype(0), end - m_position - 2));
        m_position = skipSpace(m_text, end);
        if (m_position >= m_text.size() || m_text[m_position] != ':')
            return false;
        m_position = skipSpace(m_text, m_position + 1);
    }
    const qsizetype end = skipValue(m_text, m_position);
    m_value = m_text.sliced(m_position, end - m_position);
    m_position = end;
    return !m_value.isEmpty();
}

QByteArrayView jsonValue(QByteArrayView object, std::initializer_list<QByteArrayView> keys)
{
    QByteArrayView value = object;
    for (const QByteArrayView key : keys) {
        JsonWalker members(value);
        value = {};
        while (members.next()) {
            if (members.key() == key) {
                value = members.value();
                break;
            }
        }
        if (value.isEmpty())
            return {};
    }
    return value;
}

QString jsonString(QByteArrayView value)
{
    if (value.size() < 2 || value.front() != '"' || value.back() != '"')
        return {};
    if (value.indexOf('\\') < 0)
        return QString::fromUtf8(value.sliced(1, value.size() - 2));
    const auto document = QJsonDocument::fromJson("[" + value.toByteArray() + "]");
    return document.array().at(0).toString();
}

QByteArray jsonQuoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace lynceus
