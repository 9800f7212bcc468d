#pragma once

#include <QFontMetrics>
#include <QString>

namespace lynceus {

/// "1.4.0, 1.5.0 → 1.6.0" in so much room: the version that is waited for stays whole as long as it fits, what ran
/// before gives way.
[[nodiscard]] QString fittedVersions(const QString &versions, const QFontMetrics &metrics, int width);

} // namespace lynceus
