#pragma once

#include "core/engine/instances/instancestate.h"

#include <QString>

namespace lynceus {

/// Actions that the user can take for the state of an instance.
enum class InstanceRemedy {
    None,
    TryAgain,
    SignIn,
    CheckCertificate,
    ChangeAddress,
    Resume,
};

[[nodiscard]] InstanceRemedy remedyFor(Connection connection);
/// Text of a button; empty for None.
[[nodiscard]] QString textOf(InstanceRemedy remedy);

/// The current problem in one sentence of Lynceus; empty if there is none. The error's message follows it, unless it
/// says the same.
[[nodiscard]] QString troubleOf(const InstanceState &state);
[[nodiscard]] QString detailOf(const InstanceState &state);
/// The signed-in account and its expiry, at @p now (local clock).
[[nodiscard]] QString accountText(const InstanceState &state, Instant now);
/// How the certificate is trusted: by the system's CAs, a private CA, or pinned.
[[nodiscard]] QString trustText(const InstanceState &state);
[[nodiscard]] QString applicationsText(int count);
/// The result of a probe, in one sentence.
[[nodiscard]] QString probeText(const InstanceProbe &probe);

} // namespace lynceus
