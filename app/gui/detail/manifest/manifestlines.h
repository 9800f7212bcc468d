#pragma once

#include "core/domain/manifest/linediff.h"

#include <QString>

#include <vector>

namespace lynceus {

/// A displayed line: in both texts, in only one, or a gap that keeps two sides aligned.
struct ManifestLine
{
    enum class Kind { Same, Removed, Added, Gap };
    Kind kind = Kind::Same;
    QString text;

    friend bool operator==(const ManifestLine &, const ManifestLine &) = default;
};

/// A unified difference from @p live to @p desired: removed lines come before their replacements.
[[nodiscard]] std::vector<ManifestLine> differenceOf(const QString &live, const QString &desired);

/// Both texts with gaps, so that equal lines are aligned.
struct ManifestSides
{
    std::vector<ManifestLine> live;
    std::vector<ManifestLine> desired;
};
[[nodiscard]] ManifestSides sidesOf(const QString &live, const QString &desired);

/// Indexes in @p lines at which a run of changes begins.
[[nodiscard]] std::vector<int> changesIn(const std::vector<ManifestLine> &lines);

} // namespace lynceus
