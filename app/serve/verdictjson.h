#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/io/tasks/storedtask.h"

#include <QJsonObject>

namespace lynceus {

/// What is known of a task beyond its state: outcome, stage, cause, blocker, notes, pods and evidence of its watch,
/// with the stable names of docs/verdicts.md and a sentence.
[[nodiscard]] QJsonObject verdictJson(const WatchRecord &record);
/// The same of a stored task, with the name of the token that registered it: what the API says.
[[nodiscard]] QJsonObject verdictJson(const StoredTask &stored);

} // namespace lynceus
