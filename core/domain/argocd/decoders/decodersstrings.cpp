#include "core/domain/argocd/decoders/decodersstrings_p.h"
#include "core/domain/argocd/decoders/decoderstext_p.h"

#include <cstdint>
#include <cstring>

namespace lynceus::detail {

namespace {

/// The first and last eight bytes distinguish names, hashes and addresses; the whole text is compared anyway.
std::uint64_t hashOf(std::string_view text)
{
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15; // 2^64 / golden ratio: spreads to the upper bits
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    const auto part = std::min(text.size(), sizeof(head));
    std::memcpy(&head, text.data(), part);
    std::memcpy(&tail, text.data() + text.size() - part, part);
    return ((head * kOdd) ^ tail ^ text.size()) * kOdd >> 32;
}

} // namespace

QString StringPool::text(std::string_view plain)
{
    if (plain.empty() || plain.size() > kLongest)
        return unescaped(plain);
    auto &slot = m_slots[hashOf(plain) % kSlots];
    if (slot.size == plain.size() && std::memcmp(slot.bytes.data(), plain.data(), plain.size()) == 0)
        return slot.text;
    slot.size = static_cast<unsigned char>(plain.size());
    std::ranges::copy(plain, slot.bytes.begin());
    slot.text = unescaped(plain);
    return slot.text;
}

} // namespace lynceus::detail
