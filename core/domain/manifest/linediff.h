#pragma once

#include <QStringView>

#include <span>
#include <vector>

namespace lynceus {

/// Lines in a row that both texts have, or only one of them.
struct DiffSpan
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    int before = 0; ///< position of its first line in `before`; for Added: of the line that it stands in front of
    int after = 0;  ///< the same in `after`
    int count = 0;  ///< > 0

    friend bool operator==(const DiffSpan &, const DiffSpan &) = default;
};

/// The shortest way from one text to the other, in order; what is removed stands in front of what is added in its
/// place. E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), with its linear-space refinement.
/// Texts that have very little in common (more than twice kDiffEffort differences in one part) get a correct diff that
/// may not be the shortest.
inline constexpr int kDiffEffort = 400;
[[nodiscard]] std::vector<DiffSpan> diffLines(std::span<const QStringView> before, std::span<const QStringView> after);

/// The lines of a text, without their breaks; a break at the end begins no line.
[[nodiscard]] std::vector<QStringView> linesOf(QStringView text);

} // namespace lynceus
