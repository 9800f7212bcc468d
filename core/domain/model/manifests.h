#pragma once

#include <QString>

namespace lynceus {

/// Live and desired manifest of one resource, JSON texts as Argo CD sends them (secrets are masked by the server).
/// Empty: there is none (not created yet, to be pruned, or not managed by this application).
struct Manifests
{
    QString live;
    QString desired;

    friend bool operator==(const Manifests &, const Manifests &) = default;
};

} // namespace lynceus
