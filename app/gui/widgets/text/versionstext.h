#pragma once

#include <QFontMetrics>
#include <QString>

namespace lynceus {

/// "1.4.0, 1.5.0 → 1.6.0" fitted to a width: the previous versions are shortened first, the expected one last.
[[nodiscard]] QString fittedVersions(const QString &versions, const QFontMetrics &metrics, int width);

} // namespace lynceus
