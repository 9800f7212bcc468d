#pragma once

#include "core/domain/base/time.h"
#include "core/domain/model/ids.h"
#include "core/domain/model/imagereference.h"
#include "core/domain/rollout/expectedversion.h"

#include <vector>

namespace lynceus {

/// How long Argo CD may take to notice a version where nothing is known of the application: its interval of three
/// minutes by default, its jitter, and time to render.
inline constexpr Duration kDefaultUsualNotice{300'000};

/// A watch's question: does this application run this version, before the deadline?
/// Instants are the server's clock.
struct Expectation
{
    ApplicationKey application;
    std::vector<ImageReference> images; ///< all of them must be there; empty unless the version is images
    ExpectedVersion version;
    Instant registeredAt{};
    Instant deadline{};
    Duration bake{0};            ///< how long "running" must hold; 0: not asked for
    Duration failAfter{60'000};  ///< unbroken failing evidence of pods and hooks that ends the watch
    Duration imageGrace{60'000}; ///< how long an application may not declare the repository
    bool acceptSuspended = false;
    bool waitForApp = false; ///< an application that does not exist yet is waited for
    RegistryProxies registryProxies;
    /// From the registration on: while Argo CD takes no longer to notice the version, waiting for it is normal. See
    /// usualNotice(). Changes no outcome.
    Duration usualNotice = kDefaultUsualNotice;
    /// A `wait` of its own: a refused sign-in ends it at once, and a last quarter without a complete observation aborts
    /// it at the deadline. A stored watch keeps the blocker and waits for one complete observation instead.
    bool oneOff = true;

    friend bool operator==(const Expectation &, const Expectation &) = default;
};

} // namespace lynceus
