#pragma once

#include "core/io/settings/preferences.h"

class QMargins;
class QWidget;

namespace lynceus {

/// Updates all windows at once. System: the direction of the interface language.
void applyDirection(Preferences::Direction direction);

/// Sets contents margins of @p widget whose left one is on the leading side, because Qt does not mirror margins.
/// Updated when the direction changes.
void setLeadingMargins(QWidget *widget, const QMargins &margins);

} // namespace lynceus
