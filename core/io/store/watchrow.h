#pragma once

#include "core/io/store/storedwatch.h"

#include <QVariantList>

namespace lynceus {

/// What a search for text looks in: application, images, release, cause message and note, case-folded.
[[nodiscard]] QString searchWords(const WatchRecord &record);

[[nodiscard]] QByteArray packedTimeline(const std::vector<TimelineEntry> &timeline);
/// Empty if it cannot be read: a verdict without its timeline is still a verdict.
[[nodiscard]] std::vector<TimelineEntry> timelineFrom(const QByteArray &bytes);

/// The column `record`; the error says what cannot be understood.
[[nodiscard]] Result<WatchRecord> recordFrom(const QByteArray &bytes);

} // namespace lynceus
