#include "core/domain/redaction/linesecrets.h"

#include "core/domain/redaction/secretnames.h"
#include "core/domain/redaction/secretscanner.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr QChar kRemoved = u'…';

int indentOf(const QString &line)
{
    const auto *const end = std::ranges::find_if(line, [](QChar c) { return c != u' '; });
    return static_cast<int>(end - line.begin());
}

bool beginsPrivateKey(const QString &line)
{
    return line.contains("-----BEGIN "_L1) && line.contains("PRIVATE KEY"_L1) && !line.contains("-----END "_L1);
}

/// `password` of `- "password": VALUE`; empty if the line is not a pair.
QString keyOf(const QString &line)
{
    const auto colon = line.indexOf(u':');
    auto key = colon < 0 ? QString() : line.first(colon).trimmed();
    if (key.startsWith("- "_L1))
        key = key.sliced(2).trimmed();
    key.remove(u'"').remove(u'\'');
    return key;
}

QString valueOf(const QString &line)
{
    return line.sliced(line.indexOf(u':') + 1).trimmed();
}

bool isSecretName(const QString &name)
{
    return riskOfName(name.toUtf8()) == NameRisk::Secret;
}

bool beginsBlock(const QString &value)
{
    return !value.isEmpty() && value.size() <= 3 && (value.front() == u'|' || value.front() == u'>');
}

} // namespace

bool LineSecrets::isInside(const QString &line)
{
    if (m_keyLines > 0) {
        const bool ends = line.contains("-----END "_L1) || ++m_keyLines > kLongestKey;
        m_keyLines = ends ? 0 : m_keyLines;
        return true;
    }
    if (m_blockIndent >= 0 && (line.trimmed().isEmpty() || indentOf(line) > m_blockIndent))
        return true;
    m_blockIndent = -1;
    return false;
}

QString LineSecrets::cleaned(const QString &line)
{
    if (isInside(line))
        return line.trimmed().isEmpty() ? line : QString(kRemoved);
    const bool wasNamed = std::exchange(m_isNamed, false);
    if (beginsPrivateKey(line)) {
        m_keyLines = 1;
        return textWithoutSecrets(line.first(line.indexOf("-----BEGIN "_L1))) + kRemoved;
    }
    const auto key = keyOf(line);
    if (key.isEmpty())
        return textWithoutSecrets(line);
    const auto value = valueOf(line);
    const bool isNamedValue = wasNamed && key == "value"_L1;
    if ((isNamedValue || isSecretName(key)) && beginsBlock(value)) {
        m_blockIndent = indentOf(line);
        return line;
    }
    if (isNamedValue)
        return line.first(line.indexOf(u':') + 1) + u' ' + kRemoved;
    m_isNamed = key == "name"_L1 && isSecretName(value);
    return textWithoutSecrets(line);
}

std::size_t linesOfCutKey(const std::vector<QString> &lines, std::size_t end)
{
    // The last line of a key whose beginning was recognised has been replaced already.
    if (!lines[end].contains("-----END "_L1) || !lines[end].contains("PRIVATE KEY"_L1))
        return 0;
    std::size_t count = 1;
    while (count <= end && !lines[end - count].isEmpty() && !lines[end - count].contains(u' '))
        ++count;
    return count;
}

} // namespace lynceus
