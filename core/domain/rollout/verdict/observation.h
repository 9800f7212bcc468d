#pragma once

#include "core/domain/model/application.h"
#include "core/domain/model/applicationset.h"
#include "core/domain/model/event.h"
#include "core/domain/model/managedresources.h"
#include "core/domain/model/resourcetree.h"
#include "core/domain/syncwindows/syncwindow.h"

#include <memory>

namespace lynceus {

/// Newest data of one source and the time of its request (for streams: of the frame). Server's clock.
template<typename T>
struct Timestamped
{
    std::shared_ptr<const T> value; ///< null: never read
    Instant at{};

    [[nodiscard]] bool isEmpty() const { return !value; }
};

/// State of the access to an instance.
enum class Access {
    Good,
    Connecting,  ///< no answer and no failure yet
    Unreachable, ///< network error, 5xx, HTML, unreadable body
    SignIn,      ///< 401
    Permission,  ///< the application is visible, a part of it is not (403 for tree or managed resources)
    Gone,        ///< 404 with project, 403, or DELETED: missing or not visible
    NotCreated,  ///< as Gone, for an application that never existed and is waited for (Expectation::waitForApp)
};

/// The state of an application from all sources that were read. Values are complete: a source that failed keeps its
/// last good value.
struct Observation
{
    Instant now{}; ///< server's clock
    Access access = Access::Connecting;
    QString accessMessage;            ///< message of the last error, without secrets; for blockers
    bool lacksToken = false;          ///< for SignIn: lacksToken() of the error
    Instant accessSince{};            ///< start of the current access state
    std::optional<Instant> missingAt; ///< for NotCreated: time of the newest answer that it is missing
    Timestamped<Application> application;
    Timestamped<ResourceTree> tree;
    Timestamped<ManagedResources> managed;
    Timestamped<SyncWindows> syncWindows;
    Timestamped<ApplicationSetProgress> applicationSet; ///< of the ApplicationSet that syncs the application in steps
    std::vector<ResourceEvent> events;     ///< newest known events of the application and its broken objects
    std::optional<Instant> refreshAskedAt; ///< last refresh that we requested
    bool refreshTakenUp = true;            ///< its annotation was removed from the application
};

} // namespace lynceus
