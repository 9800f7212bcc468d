#pragma once

#include <QString>

namespace lynceus {

/// Live and desired manifest of one resource, as JSON texts from Argo CD (the server masks secrets). Empty: not created
/// yet, to be pruned, or not managed by this application.
struct Manifests
{
    QString live;
    QString desired;
    /// The texts that Argo CD compares, if it sends them: `normalizedLiveState` is the live manifest without ignored
    /// fields, `predictedLiveState` the result of a sync with the cluster's defaults. Comparing `live` with `desired`
    /// would show each default as a change.
    QString normalizedLive = {};
    QString predictedLive = {};

    friend bool operator==(const Manifests &, const Manifests &) = default;
};

} // namespace lynceus
