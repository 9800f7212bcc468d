#pragma once

#include "core/domain/manifest/linediff.h"

#include <QString>

#include <vector>

namespace lynceus {

/// A line as it is shown: both texts have it, only one has it, or it is a gap that keeps two sides level.
struct ManifestLine
{
    enum class Kind { Same, Removed, Added, Gap };
    Kind kind = Kind::Same;
    QString text;

    friend bool operator==(const ManifestLine &, const ManifestLine &) = default;
};

/// One text that tells the way from @p live to @p desired: removed lines in front of those that take their place.
[[nodiscard]] std::vector<ManifestLine> differenceOf(const QString &live, const QString &desired);

/// Both texts, filled with gaps so that equal lines are level.
struct ManifestSides
{
    std::vector<ManifestLine> live;
    std::vector<ManifestLine> desired;
};
[[nodiscard]] ManifestSides sidesOf(const QString &live, const QString &desired);

/// Positions in @p lines where a run of changes begins.
[[nodiscard]] std::vector<int> changesIn(const std::vector<ManifestLine> &lines);

} // namespace lynceus
