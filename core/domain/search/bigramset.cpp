#include "core/domain/search/bigramset.h"

namespace lynceus {

namespace {

constexpr std::uint32_t kBits = 256;
constexpr std::uint32_t kSingles = 64; // bits of single characters; the others are those of bigrams

/// Letters and digits have a bit of their own.
std::uint32_t bitOf(std::uint32_t character)
{
    constexpr std::uint32_t kLetters = 26;
    constexpr std::uint32_t kOwn = kLetters + 10;
    if (character >= 'a' && character <= 'z')
        return character - 'a';
    if (character >= '0' && character <= '9')
        return kLetters + character - '0';
    return kOwn + character % (kSingles - kOwn);
}

/// Two bits for each bigram: a bigram that nearly all texts have, as part of the registry's name, would otherwise hide
/// the absence of each bigram with the same bit. Multiplicative hashing spreads the bigrams of similar texts.
std::array<std::uint32_t, 2> bitsOf(std::uint32_t first, std::uint32_t second)
{
    constexpr std::uint32_t kGolden = 0x9E3779B1;
    const std::uint32_t hash = (first << 7U | second) * kGolden;
    const auto bit = [](std::uint32_t part) { return kSingles + (part * (kBits - kSingles) >> 16U); };
    return {bit(hash >> 16U), bit(hash & 0xFFFFU)};
}

} // namespace

void BigramSet::add(QByteArrayView text)
{
    addAll(reinterpret_cast<const unsigned char *>(text.data()), text.size());
}

void BigramSet::add(QStringView text)
{
    addAll(text.utf16(), text.size());
}

template<typename Character>
void BigramSet::addAll(const Character *text, qsizetype size)
{
    constexpr std::uint32_t kAscii = 0x80;
    const auto set = [this](std::uint32_t bit) { m_bits[bit / 64] |= std::uint64_t{1} << (bit % 64); };
    std::uint32_t before = kAscii;
    for (qsizetype i = 0; i < size; ++i) {
        const std::uint32_t character = text[i];
        if (character < kAscii) {
            set(bitOf(character));
            if (before < kAscii) {
                for (const auto bit : bitsOf(before, character))
                    set(bit);
            }
        }
        before = character;
    }
}

} // namespace lynceus
