#pragma once

#include "core/io/settings/preferences.h"

#include <QStyle>

class QStyleOptionViewItem;

namespace lynceus {

/// Style hint of WindowStyle: 1 if rows are compact. Other styles return 0.
inline constexpr auto kCompactRows = QStyle::StyleHint(QStyle::SH_CustomBase + 1);

/// The height of a row that is @p comfortable px high by default. Compact: three quarters of it, but never less than
/// its text needs.
[[nodiscard]] int rowHeight(const QStyleOptionViewItem &option, int comfortable);

/// Updates lists and tables of all windows at once. No effect under other styles than WindowStyle.
void applyDensity(Preferences::Density density);

} // namespace lynceus
