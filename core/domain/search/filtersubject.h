#pragma once

#include "core/domain/model/application.h"
#include "core/domain/search/applicationfilter.h"

namespace lynceus {

/// What a filter seeks in @p application, which outlives it; `instance` and `pinned` are the caller's to know.
[[nodiscard]] FilterSubject filterSubject(const Application &application);
/// The same without `searched`, for who has a row for each image: FilterMatcher::fits() takes these.
[[nodiscard]] FilterSubject subjectWithoutImages(const Application &application);
/// Argo CD's own word in lower case; valid for ever.
[[nodiscard]] QStringView filterWord(HealthStatus health);
[[nodiscard]] QStringView filterWord(SyncStatus sync);

} // namespace lynceus
