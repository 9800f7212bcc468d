#pragma once

#include "core/io/settings/preferences.h"

class QMargins;
class QWidget;

namespace lynceus {

/// All windows follow at once. System: as the language of the window reads.
void applyDirection(Preferences::Direction direction);

/// Contents margins of @p widget whose left one is that of the leading side: Qt does not mirror margins. They follow
/// when the direction changes.
void setLeadingMargins(QWidget *widget, const QMargins &margins);

} // namespace lynceus
