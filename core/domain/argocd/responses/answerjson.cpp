#include "core/domain/argocd/responses/answer.h"

#include <cstdint>
#include <cstring>
#include <vector>

namespace lynceus {

namespace {

constexpr size_t kDeepest = 10'000; ///< open brackets; Go's encoding/json has the same limit

/// Scans JSON text byte by byte. A null position means "not complete".
class Scan final
{
public:
    explicit Scan(QByteArrayView text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    { }

    void skipSpace()
    {
        while (m_at != m_end && isSpace(*m_at))
            ++m_at;
    }
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }

    /// A value of any type; false if incomplete.
    bool value()
    {
        if (atEnd())
            return false;
        switch (*m_at) {
        case '{':
        case '[':
            return brackets();
        case '"':
            return string();
        default:
            return word();
        }
    }

private:
    static bool isSpace(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

    /// Number, true, false or null; checks characters only.
    bool word()
    {
        const auto *begin = m_at;
        const auto belongs = [](char byte) {
            return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || byte == 'E' || byte == '+'
                || byte == '-' || byte == '.';
        };
        while (m_at != m_end && belongs(*m_at))
            ++m_at;
        return m_at != begin;
    }

    /// Eight bytes at a time: most of an answer is in strings.
    void skipPlain()
    {
        constexpr auto kOnes = ~std::uint64_t(0) / 255;
        constexpr auto kHighBits = kOnes * 0x80;
        const auto hasZero = [](std::uint64_t word) { return ((word - kOnes) & ~word & kHighBits) != 0; };
        while (m_end - m_at >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, m_at, 8);
            if (hasZero(word ^ (kOnes * '"')) || hasZero(word ^ (kOnes * '\\')))
                break;
            m_at += 8;
        }
        while (m_at != m_end && *m_at != '"' && *m_at != '\\')
            ++m_at;
    }

    bool string()
    {
        ++m_at;
        while (true) {
            skipPlain();
            if (atEnd())
                return false;
            if (*m_at == '"')
                break;
            if (m_end - m_at < 2)
                return false;
            m_at += 2;
        }
        ++m_at;
        return true;
    }

    bool brackets()
    {
        do {
            const auto byte = *m_at;
            if (byte == '"') {
                if (!string())
                    return false;
                continue;
            }
            ++m_at;
            if (byte == '{' || byte == '[') {
                if (m_objects.size() == kDeepest)
                    return false;
                m_objects.push_back(byte == '{');
            } else if (byte == '}' || byte == ']') {
                if (m_objects.back() != (byte == '}'))
                    return false;
                m_objects.pop_back();
            }
        } while (!m_objects.empty() && !atEnd());
        return m_objects.empty();
    }

    const char *m_at;
    const char *m_end;
    std::vector<bool> m_objects; ///< for each open bracket, whether it is a brace
};

bool isOneValue(QByteArrayView text)
{
    Scan scan(text);
    scan.skipSpace();
    if (!scan.value())
        return false;
    scan.skipSpace();
    return scan.atEnd();
}

} // namespace

bool isCompleteJson(QByteArrayView text, BodyForm form)
{
    if (form == BodyForm::OneValue)
        return isOneValue(text);
    while (!text.isEmpty()) {
        const auto newline = text.indexOf('\n');
        const auto line = newline < 0 ? text : text.first(newline);
        if (!line.trimmed().isEmpty() && !isOneValue(line))
            return false;
        text = newline < 0 ? QByteArrayView() : text.sliced(newline + 1);
    }
    return true;
}

} // namespace lynceus
