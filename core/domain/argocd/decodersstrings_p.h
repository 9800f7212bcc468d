#pragma once

#include <QString>

#include <array>
#include <string_view>
#include <vector>

namespace lynceus::detail {

/// Gives equal strings the same memory, if they come soon after each other: lists repeat projects, revisions and
/// repositories thousands of times. One probe into a small table; what is not found there is made anew and takes
/// the place, so that the table's size is bounded.
class StringPool final
{
public:
    StringPool()
        : m_slots(kSlots)
    { }

    /// @p plain is UTF-8 as it stands between a JSON string's quotes.
    [[nodiscard]] QString text(std::string_view plain);

private:
    static constexpr size_t kSlots = 1024; ///< a power of two; with their bytes about 100 KB
    static constexpr size_t kLongest = 63; ///< bytes; sentences do not repeat, a slot is one and a half cache lines

    struct Slot
    {
        unsigned char size = 0;
        std::array<char, kLongest> bytes;
        QString text;
    };

    std::vector<Slot> m_slots;
};

} // namespace lynceus::detail
