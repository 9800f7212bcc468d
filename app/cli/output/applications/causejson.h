#pragma once

#include "app/cli/output/json.h"
#include "core/domain/rollout/expectation/expectation.h"
#include "core/domain/rollout/verdict/verdict.h"

namespace lynceus {

/// {"kind","resource","message"}, null for none. If the server sent no message, "message" is a sentence of Lynceus.
[[nodiscard]] OrderedJson toJson(const std::optional<Cause> &cause, const Expectation &expectation);
/// {"kind","resource","message","until"}, null for none.
[[nodiscard]] OrderedJson toJson(const std::optional<Blocker> &blocker, const Expectation &expectation);
[[nodiscard]] OrderedJson toJson(const std::vector<Note> &notes, const Expectation &expectation);

/// The application as a resource, if a cause, blocker or note names no resource.
[[nodiscard]] ResourceKey resourceOrApplication(const ResourceKey &resource, const ApplicationKey &application);

} // namespace lynceus
