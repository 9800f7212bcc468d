#pragma once

#include "core/domain/board/stagemarks.h"

#include <QPalette>
#include <QRectF>

class QPainter;

namespace lynceus {

inline constexpr int kShownStages = int(kStageMarkCount); ///< noticed, applied, rolling, running, stable

/// "Noticed", "Applied", …: 0…4 from left to right, reversed in right-to-left layouts.
[[nodiscard]] QString stageMarkText(int shown);
/// All five as text, for tool tips and screen readers: "noticed, applied, rolling: failing".
[[nodiscard]] QString textOf(const StageMarks &marks);

/// Paints five circles on a line, spread over the width of @p place, vertically centred.
void paintStages(QPainter *painter, const QRectF &place, const StageMarks &marks, const QPalette &palette,
                 Qt::LayoutDirection direction);
/// The stage at @p position, -1 for none; for tool tips.
[[nodiscard]] int stageAt(const QRectF &place, const QPointF &position, Qt::LayoutDirection direction);

} // namespace lynceus
