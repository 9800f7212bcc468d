#pragma once

#include <QStringView>

#include <span>
#include <vector>

namespace lynceus {

/// A run of lines that are in both texts, or in only one.
struct DiffSpan
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    int before = 0; ///< position of its first line in `before`; for Added: of the line after it
    int after = 0;  ///< the same in `after`
    int count = 0;  ///< > 0

    friend bool operator==(const DiffSpan &, const DiffSpan &) = default;
};

/// The shortest sequence of changes from one text to the other; removed lines come before the added ones that replace
/// them. E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), with its linear-space refinement. Very
/// different texts (more than twice kDiffEffort differences in one part) get a correct diff that may not be the
/// shortest.
inline constexpr int kDiffEffort = 400;
[[nodiscard]] std::vector<DiffSpan> diffLines(std::span<const QStringView> before, std::span<const QStringView> after);

/// The lines of a text without line breaks; a trailing line break does not start a line.
[[nodiscard]] std::vector<QStringView> linesOf(QStringView text);

} // namespace lynceus
