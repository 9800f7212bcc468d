#pragma once

#include "core/domain/model/application.h"
#include "core/domain/search/applicationfilter.h"

namespace lynceus {

/// What a filter seeks in @p application, which outlives it; `instance` and `pinned` are the caller's to know.
[[nodiscard]] FilterSubject filterSubject(const Application &application);

} // namespace lynceus
