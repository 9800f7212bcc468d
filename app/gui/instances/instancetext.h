#pragma once

#include "core/engine/instances/instancestate.h"

#include <QString>

namespace lynceus {

/// What a person can do about the state of an instance.
enum class InstanceRemedy {
    None,
    TryAgain,
    SignIn,
    LookAtCertificate,
    ChangeAddress,
    Resume,
};

[[nodiscard]] InstanceRemedy remedyFor(Connection connection);
/// A button's text; empty for None.
[[nodiscard]] QString textOf(InstanceRemedy remedy);

/// What stands in the way, in one sentence of ours; empty while nothing does.
/// The error's own words come behind it, unless they say it all.
[[nodiscard]] QString troubleOf(const InstanceState &state);
[[nodiscard]] QString detailOf(const InstanceState &state);
/// Who we are there and how long that holds, at @p now (our clock).
[[nodiscard]] QString accountText(const InstanceState &state, Instant now);
/// How its certificate is trusted: the system's way, an own authority, or
/// pinned.
[[nodiscard]] QString trustText(const InstanceState &state);
[[nodiscard]] QString applicationsText(int count);
/// What a probe found, in one sentence.
[[nodiscard]] QString probeText(const InstanceProbe &probe);

} // namespace lynceus
