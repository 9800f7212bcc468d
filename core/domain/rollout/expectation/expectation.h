#pragma once

#include "core/domain/images/imagereference.h"
#include "core/domain/model/ids.h"
#include "core/domain/rollout/expectation/expectedversion.h"
#include "core/domain/time/time.h"

#include <vector>

namespace lynceus {

/// How long Argo CD may take to notice a version of an application without known data: its default interval of three
/// minutes, its jitter, and the time to render.
inline constexpr Duration kDefaultUsualNotice{300'000};

/// The question of a watch: does this application run this version before the deadline? Instants are by the server's
/// clock.
struct Expectation
{
    ApplicationKey application;
    std::vector<ImageReference> images; ///< all are required; empty unless the version is given by images
    ExpectedVersion version;
    Instant registeredAt{};
    Instant deadline{};
    Duration bake{0};            ///< how long "running" must hold; 0: no bake time
    Duration failAfter{60'000};  ///< how long pods and hooks must fail without interruption until the watch fails
    Duration imageGrace{60'000}; ///< how long the application may lack the repository
    bool acceptSuspended = false;
    bool waitForApp = false; ///< wait for an application that does not exist yet
    RegistryProxies registryProxies;
    /// Measured from the registration: until then, waiting for Argo CD to notice the version is normal. See
    /// usualNotice(). Does not affect outcomes.
    Duration usualNotice = kDefaultUsualNotice;
    /// True for `wait`: a refused sign-in ends it at once, and a last quarter without a complete observation aborts it
    /// at the deadline. False for stored watches: they keep the blocker and wait for a complete observation.
    bool oneOff = true;

    friend bool operator==(const Expectation &, const Expectation &) = default;
};

} // namespace lynceus
