#pragma once

#include "core/domain/fetch/accessstate.h"
#include "core/domain/rollout/verdict/observation.h"

#include <memory>
#include <optional>
#include <vector>

namespace lynceus {

/// Newest data of the sources of one watch, combined into observations. Instants are by the server's clock.
class WatchSources final
{
public:
    enum class Taken {
        Overtaken, ///< newer data is known; dropped
        Same,      ///< no difference that requires reading the other sources
        Changed,
    };

    /// Answers and frames may arrive out of order: for the same object, the newer resourceVersion wins.
    Taken takeApplication(std::shared_ptr<const Application> application, Instant at);
    Taken takeTree(std::shared_ptr<const ResourceTree> tree, Instant at);
    Taken takeManaged(std::shared_ptr<const ManagedResources> managed, Instant at);
    void takeSyncWindows(std::shared_ptr<const SyncWindows> windows, Instant at);
    void takeApplicationSet(std::shared_ptr<const ApplicationSetProgress> progress, Instant at);
    void takeApplicationEvents(std::vector<ResourceEvent> events);
    void takeResourceEvents(std::vector<ResourceEvent> events);

    void refreshSent(Instant at);
    /// The answer of the refresh arrived: the controller has taken it up.
    void refreshDone();
    /// The refresh got no answer; only the application's annotation shows its state now. @param refused the server did
    /// not start it.
    void refreshLost(bool refused);

    [[nodiscard]] const Application *application() const { return m_application.value.get(); }
    [[nodiscard]] const ResourceTree *tree() const { return m_tree.value.get(); }
    /// Of the object that was requested last.
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
