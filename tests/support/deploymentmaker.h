#pragma once

#include "core/domain/deployments/deployment.h"

namespace lynceus::test {

class FakeEngine;

/// ann's deployment of shop-web 1.4.0 → 1.5.0 on `staging`, which began at @p startedAt and took 40 s.
[[nodiscard]] Deployment makeDeployment(const QString &application, Instant startedAt,
                                        Deployment::Outcome outcome = Deployment::Outcome::Deployed);

/// A day as it comes: one goes on, one was watched and failed, others by commits, Image Updater and a rollback, one of
/// the week before.
void putDeployments(FakeEngine &engine, Instant now);

} // namespace lynceus::test
