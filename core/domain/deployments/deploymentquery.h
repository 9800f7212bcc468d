#pragma once

#include "core/domain/deployments/deployment.h"

namespace lynceus {

/// Which deployments are wanted; empty fields do not restrict. Newest first.
struct DeploymentQuery
{
    QString text;        ///< part of application, project, image, version, revision, actor or commit
    QString instance;    ///< Instance::id
    QString application; ///< exact name
    QString project;     ///< exact name
    QString rule;        ///< exact name of the follow rule
    std::vector<Deployment::Outcome> outcomes; ///< any of them
    std::vector<Actor::Kind> actors;           ///< any of them
    std::vector<Deployment::Proof> proofs;     ///< any of them
    std::optional<Instant> from;               ///< started no earlier (server's clock)
    std::optional<Instant> until;              ///< started before
    int limit = 1'000;
    int offset = 0; ///< of the newest that fit, how many are left out
};

} // namespace lynceus
