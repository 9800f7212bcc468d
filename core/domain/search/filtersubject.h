#pragma once

#include "core/domain/model/application.h"
#include "core/domain/search/applicationfilter.h"

namespace lynceus {

/// Texts of @p application, which must outlive the result; the caller sets `instance` and `pinned`.
[[nodiscard]] FilterSubject filterSubject(const Application &application);
/// Without `searched`, for callers with a row per image: FilterMatcher::fits() takes images separately.
[[nodiscard]] FilterSubject subjectWithoutImages(const Application &application);
/// Argo CD's name in lower case; always valid.
[[nodiscard]] QStringView filterWord(HealthStatus health);
[[nodiscard]] QStringView filterWord(SyncStatus sync);

} // namespace lynceus
