#pragma once

#include "core/domain/rollout/observation.h"
#include "core/domain/watch/accessstate.h"

#include <memory>
#include <optional>
#include <vector>

namespace lynceus {

/// What the sources of one watch said last, put together into observations. Instants are the server's clock.
class WatchSources final
{
public:
    enum class Taken {
        Overtaken, ///< something newer is known already: dropped
        Same,      ///< read again; nothing is different that makes the other sources worth reading
        Changed,
    };

    /// Polls and frames may cross: the newer resourceVersion wins, as long as both are of the same object.
    Taken takeApplication(std::shared_ptr<const Application> application, Instant at);
    Taken takeTree(std::shared_ptr<const ResourceTree> tree, Instant at);
    Taken takeManaged(std::shared_ptr<const ManagedResources> managed, Instant at);
    void takeSyncWindows(std::shared_ptr<const SyncWindows> windows, Instant at);
    void takeApplicationSet(std::shared_ptr<const ApplicationSetProgress> progress, Instant at);
    void takeApplicationEvents(std::vector<ResourceEvent> events);
    void takeResourceEvents(std::vector<ResourceEvent> events);

    void refreshSent(Instant at);
    /// Its answer came: the controller has taken it up.
    void refreshDone();
    /// No answer: only the application's annotation can tell now. @param refused the server did not even begin one.
    void refreshLost(bool refused);

    [[nodiscard]] const Application *application() const { return m_application.value.get(); }
    [[nodiscard]] const ResourceTree *tree() const { return m_tree.value.get(); }
    /// About the object that was asked about last.
    [[nodiscard]] const std::vector<ResourceEvent> &resourceEvents() const { return m_resourceEvents; }
    [[nodiscard]] bool wasRefreshed() const { return m_refreshAskedAt.has_value(); }

    [[nodiscard]] Observation observation(Instant now, const AccessState &access) const;

private:
    Timestamped<Application> m_application;
    Timestamped<ResourceTree> m_tree;
    Timestamped<ManagedResources> m_managed;
    Timestamped<SyncWindows> m_windows;
    Timestamped<ApplicationSetProgress> m_applicationSet;
    std::vector<ResourceEvent> m_applicationEvents;
    std::vector<ResourceEvent> m_resourceEvents;
    std::optional<Instant> m_refreshAskedAt;
    bool m_refreshTakenUp = true;
    bool m_refreshLost = false;
    bool m_annotationSeen = false;
};

} // namespace lynceus
