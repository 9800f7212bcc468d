#pragma once

#include "core/io/store/storedwatch.h"

#include <QVariantList>

namespace lynceus {

/// Text for searches: application, images, release, cause message and note, case-folded.
[[nodiscard]] QString searchWords(const WatchRecord &record);

[[nodiscard]] QByteArray packedTimeline(const std::vector<TimelineEntry> &timeline);
/// Empty if it cannot be read: the verdict is still useful without its timeline.
[[nodiscard]] std::vector<TimelineEntry> timelineFrom(const QByteArray &bytes);

/// Decodes the column `record`; the error names what cannot be read.
[[nodiscard]] Result<WatchRecord> recordFrom(const QByteArray &bytes);

} // namespace lynceus
