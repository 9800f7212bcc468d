#pragma once

#include "core/domain/rollout/verdict/verdict.h"
#include "core/engine/text/boardtext.h"

namespace lynceus {

/// A cause for a row or a notification: first the problem, then the place. Pod names end in a meaningless hash, so they
/// come last and shortened: "Image not found: shop-web:1.6.0-typo" · "pod …x2dnw". Objects with chosen names come
/// first: "Hook Job shop-api-migrate failed" · "column already exists". causeText() has the full text.
[[nodiscard]] RowSentence shortCause(const Cause &cause, const Expectation &expectation);

/// Whether the sentence of the watch's row contains more than stage and pod counts: a cause, a blocker or a note.
[[nodiscard]] bool explains(const WatchRecord &watch);

} // namespace lynceus
