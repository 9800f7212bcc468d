#pragma once

#include <QByteArrayView>
#include <QStringView>

#include <array>
#include <cstdint>

namespace lynceus {

/// The characters and bigrams (two neighbouring characters) of some texts, hashed into 256 bits: a Bloom filter, which
/// says without reading the texts that a word is in none of them. Only ASCII counts, so that UTF-8 and UTF-16 give the
/// same set.
class BigramSet final
{
public:
    BigramSet() = default; ///< of no text
    explicit BigramSet(QByteArrayView text) { add(text); }
    void add(QByteArrayView text);
    void add(QStringView text);

    /// False: no added text contains the text of @p word. True proves nothing.
    [[nodiscard]] bool mayHold(const BigramSet &word) const
    {
        std::uint64_t missing = 0;
        for (std::size_t i = 0; i < m_bits.size(); ++i)
            missing |= word.m_bits[i] & ~m_bits[i];
        return missing == 0;
    }

    /// Of the texts of both.
    friend BigramSet operator|(BigramSet left, const BigramSet &right)
    {
        for (std::size_t i = 0; i < left.m_bits.size(); ++i)
            left.m_bits[i] |= right.m_bits[i];
        return left;
    }

private:
    template<typename Character>
    void addAll(const Character *text, qsizetype size);

    std::array<std::uint64_t, 4> m_bits{};
};

} // namespace lynceus
