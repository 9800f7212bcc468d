#pragma once

#include <QString>

#include <array>
#include <string_view>
#include <vector>

namespace lynceus::detail {

/// Shares memory between equal strings that occur close together: lists repeat projects, revisions and repositories
/// thousands of times. Looks at one slot of a small table; a miss replaces the slot, so that the size is limited.
class StringPool final
{
public:
    StringPool()
        : m_slots(kSlots)
    { }

    /// @p plain: UTF-8 between the quotes of a JSON string, without escapes.
    [[nodiscard]] QString text(std::string_view plain);

private:
    static constexpr size_t kSlots = 1024; ///< a power of two; about 100 KB with the bytes
    static constexpr size_t kLongest = 63; ///< bytes; sentences do not repeat, and a slot is one and a half cache lines

    struct Slot
    {
        unsigned char size = 0;
        std::array<char, kLongest> bytes;
        QString text;
    };

    std::vector<Slot> m_slots;
};

} // namespace lynceus::detail
