#pragma once

#include "core/domain/deployments/deployment.h"

namespace lynceus::test {

class FakeEngine;

/// A deployment of shop-web 1.4.0 → 1.5.0 on `staging` by ann, which began at @p startedAt and took 40 s.
[[nodiscard]] Deployment makeDeployment(const QString &application, Instant startedAt,
                                        Deployment::Outcome outcome = Deployment::Outcome::Deployed);

/// A typical day: one deployment is in progress, one was watched and failed, others came from commits, Image Updater
/// and a rollback, one is a week old.
void putDeployments(FakeEngine &engine, Instant now);

} // namespace lynceus::test
