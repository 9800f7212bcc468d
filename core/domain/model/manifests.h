#pragma once

#include <QString>

namespace lynceus {

/// Live and desired manifest of one resource, JSON texts as Argo CD sends them (secrets are masked by the server).
/// Empty: there is none (not created yet, to be pruned, or not managed by this application).
struct Manifests
{
    QString live;
    QString desired;
    /// What Argo CD itself compares, where it says so: `normalizedLiveState` is live without what it is told to ignore,
    /// `predictedLiveState` is what a sync would make of it, with the cluster's own defaults filled in. The difference
    /// of `live` and `desired` would show each default as a change.
    QString normalizedLive = {};
    QString predictedLive = {};

    friend bool operator==(const Manifests &, const Manifests &) = default;
};

} // namespace lynceus
