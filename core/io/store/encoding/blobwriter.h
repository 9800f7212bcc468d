#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <concepts>
#include <vector>

namespace lynceus {

/// Writes values in order without names, and each text only once: thousands of applications share repositories, images
/// and revisions. BlobReader reads it.
class BlobWriter final
{
public:
    /// Variable length: seven bits per byte, lowest first.
    void number(std::unsigned_integral auto value)
    {
        for (; value > 0x7f; value = static_cast<decltype(value)>(value >> 7))
            m_values.append(static_cast<char>((value & 0x7f) | 0x80));
        m_values.append(static_cast<char>(value));
    }
    void text(const QString &text);

    /// @p mark, then texts and values.
    [[nodiscard]] QByteArray bytes(quint32 mark) const;

private:
    QByteArray m_values;
    std::vector<QString> m_texts;
    QHash<QString, quint32> m_numbers; ///< position by text
};

} // namespace lynceus
