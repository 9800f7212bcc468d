#pragma once

#include "core/io/settings/preferences.h"

#include <QStyle>

class QStyleOptionViewItem;

namespace lynceus {

/// What WindowStyle answers to for rows: 1 where they are compact. Other styles know nothing of it and say 0.
inline constexpr auto kCompactRows = QStyle::StyleHint(QStyle::SH_CustomBase + 1);

/// The height of a row that is @p comfortable px high where nothing else was chosen: compact, three quarters of it, but
/// never less than its text needs.
[[nodiscard]] int rowHeight(const QStyleOptionViewItem &option, int comfortable);

/// Lists and tables of all windows follow at once. Nothing happens under a style that is not ours.
void applyDensity(Preferences::Density density);

} // namespace lynceus
