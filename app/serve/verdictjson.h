#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/io/tasks/storedtask.h"

#include <QJsonObject>

namespace lynceus {

/// The details of a task beyond its state: outcome, stage, cause, blocker, notes, pods and evidence of its watch, with
/// the stable names of docs/verdicts.md, and a sentence.
[[nodiscard]] QJsonObject verdictJson(const WatchRecord &record);
/// As above for a stored task, with the name of the token that registered it; used by the API.
[[nodiscard]] QJsonObject verdictJson(const StoredTask &stored);

} // namespace lynceus
