#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <concepts>
#include <vector>

namespace lynceus {

/// Values one after the other without names, and each text only once: thousands of applications say the same
/// repositories, images and revisions. Read by BlobReader.
class BlobWriter final
{
public:
    /// In as many bytes as it needs: seven bits each, the lowest first.
    void number(std::unsigned_integral auto value)
    {
        for (; value > 0x7f; value = static_cast<decltype(value)>(value >> 7))
            m_values.append(static_cast<char>((value & 0x7f) | 0x80));
        m_values.append(static_cast<char>(value));
    }
    void text(const QString &text);

    /// @p mark, the texts and the values.
    [[nodiscard]] QByteArray bytes(quint32 mark) const;

private:
    QByteArray m_values;
    std::vector<QString> m_texts;
    QHash<QString, quint32> m_numbers; ///< of each text, by place
};

} // namespace lynceus
