#pragma once

#include "core/io/tasks/storedtask.h"

#include <QString>

namespace lynceus {

/// The verdict of a task as sections of a page: sentence, cause, blocker and notes, stages, evidence, timeline.
[[nodiscard]] QString verdictHtml(const StoredTask &stored);

} // namespace lynceus
