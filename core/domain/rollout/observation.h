#pragma once

#include "core/domain/model/application.h"
#include "core/domain/model/applicationset.h"
#include "core/domain/model/event.h"
#include "core/domain/model/managedresources.h"
#include "core/domain/model/resourcetree.h"
#include "core/domain/model/syncwindow.h"

#include <memory>

namespace lynceus {

/// What one source last said, and when it was asked (for streams: when the frame came). Server's clock.
template<typename T>
struct Timestamped
{
    std::shared_ptr<const T> value; ///< null: never read
    Instant at{};

    [[nodiscard]] bool isEmpty() const { return !value; }
};

/// How the instance answers at the moment.
enum class Access {
    Good,
    Connecting,  ///< no answer yet, no failure either
    Unreachable, ///< network trouble, 5xx, HTML, unreadable bodies
    SignIn,      ///< 401
    Permission,  ///< the application can be seen, a part of it cannot (tree or managed resources: 403)
    Gone,        ///< 404 with project, 403, or DELETED: not there, or not visible
    NotCreated,  ///< the same of one that never was there and is waited for (Expectation::waitForApp)
};

/// One look at an application from all sources, as far as they were read. Values are never half read:
/// a source that failed keeps its last good sighting.
struct Observation
{
    Instant now{}; ///< server's clock
    Access access = Access::Connecting;
    QString accessMessage;            ///< safe text of the last error, for blockers
    bool lacksToken = false;          ///< sign-in: as lacksToken() says of the error
    Instant accessSince{};            ///< since when access is what it is
    std::optional<Instant> missingAt; ///< not-created: when the newest answer that it is not there came
    Timestamped<Application> application;
    Timestamped<ResourceTree> tree;
    Timestamped<ManagedResources> managed;
    Timestamped<SyncWindows> syncWindows;
    Timestamped<ApplicationSetProgress> applicationSet; ///< of the one that syncs the application in steps
    std::vector<ResourceEvent> events;                  ///< newest known of the application and its broken objects
    std::optional<Instant> refreshAskedAt;              ///< the last refresh that we asked for
    bool refreshTakenUp = true;                         ///< its annotation is gone from the application again
};

} // namespace lynceus
