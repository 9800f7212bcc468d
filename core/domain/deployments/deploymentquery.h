#pragma once

#include "core/domain/deployments/deployment.h"

namespace lynceus {

/// Filter for deployments; empty fields match everything. Newest first.
struct DeploymentQuery
{
    QString text;        ///< part of application, project, image, version, revision, actor or commit
    QString instance;    ///< Instance::id
    QString nameSpace;   ///< exact namespace of the application
    QString application; ///< exact name
    QString project;     ///< exact name
    QString rule;        ///< exact name
    std::vector<Deployment::Outcome> outcomes; ///< any of these
    std::vector<Actor::Kind> actors;           ///< any of these
    std::vector<Deployment::Proof> proofs;     ///< any of these
    std::optional<Instant> from;               ///< started at or after (server's clock)
    std::optional<Instant> until;              ///< started before (server's clock)
    int limit = 1'000;
    int offset = 0; ///< number of newest matches to skip
};

} // namespace lynceus
