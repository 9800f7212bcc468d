#pragma once

#include "core/domain/rollout/verdict.h"

#include <QPalette>
#include <QRectF>

#include <array>

class QPainter;

namespace lynceus {

/// How one of the five stages of a watch is drawn.
enum class StageMark {
    ToCome,  ///< an empty circle
    Working, ///< a ring
    Blocked, ///< a dashed ring
    Failing, ///< a cross
    Stopped, ///< a dash: it ended before this stage without failing
    Reached, ///< filled
};

inline constexpr int kShownStages = 5; ///< noticed, applied, rolling, running, stable
using StageMarks = std::array<StageMark, kShownStages>;

[[nodiscard]] StageMarks stageMarksOf(const Verdict &verdict);

/// "Noticed", "Applied", …: 0…4 from left to right, reversed in right-to-left layouts.
[[nodiscard]] QString wordOfStage(int shown);
/// All five in words, for tool tips and screen readers: "noticed, applied, rolling: failing".
[[nodiscard]] QString wordsOf(const StageMarks &marks);

/// Five circles on a line, spread over the width of @p place, in the middle of its height.
void paintStages(QPainter *painter, const QRectF &place, const StageMarks &marks, const QPalette &palette,
                 Qt::LayoutDirection direction);
/// Which stage is at @p position, -1 for none: for tool tips.
[[nodiscard]] int stageAt(const QRectF &place, const QPointF &position, Qt::LayoutDirection direction);

} // namespace lynceus
