#pragma once

#include <QFontMetrics>
#include <QString>

namespace lynceus {

/// "1.4.0, 1.5.0 → 1.6.0" in so much room: the version that is waited for stays whole as long as it fits, what ran
/// before gives way.
[[nodiscard]] QString fittedVersions(const QString &versions, const QFontMetrics &metrics, int width);

/// @p line, as it is drawn in right-to-left text or in a mirrored widget, with its changes of versions in their order:
/// without a mark, "rollback 1.5.0 → 1.4.0" in Arabic shows "1.4.0 → 1.5.0". Call it last, because visibleLine()
/// removes such marks.
[[nodiscard]] QString withChangesInOrder(QString line);

} // namespace lynceus
