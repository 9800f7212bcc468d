#pragma once

#include "core/domain/rollout/verdict.h"
#include "core/engine/text/boardtext.h"

namespace lynceus {

/// A cause for a row or a notification: first what is wrong, then where. A pod's name ends in a hash that says nothing,
/// so that it comes last and shortened: "Image not found: shop-web:1.6.0-typo" · "pod …x2dnw". Objects with names that
/// were chosen lead: "Hook Job shop-api-migrate failed" · "column already exists". causeText() has all of it.
[[nodiscard]] RowSentence shortCause(const Cause &cause, const Expectation &expectation);

/// Whether the sentence of a watch's row tells more than stages and numbers of pods do: a cause, what holds it up, a
/// note.
[[nodiscard]] bool explains(const WatchRecord &watch);

} // namespace lynceus
