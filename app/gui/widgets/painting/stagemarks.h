#pragma once

#include "core/domain/board/stagemarks.h"

#include <QPalette>
#include <QRectF>

class QPainter;

namespace lynceus {

inline constexpr int kShownStages = int(kStageMarkCount); ///< noticed, applied, rolling, running, stable

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
