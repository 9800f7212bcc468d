#pragma once

#include "core/domain/rollout/expectation/expectation.h"
#include "core/domain/rollout/verdict/observation.h"
#include "tests/domain/rollout/simulatedargocd.h"

namespace lynceus::simulation {

/// Differences between servers and clusters that affect answers.
struct Dialect
{
    bool resultImages = true; ///< syncResult names images, since Argo CD 3.1
    bool seesPods = true;     ///< the project permits Pods and ReplicaSets
    bool behindProxy = false; ///< manifests name a proxy registry
    bool customHasHealth = true;
    bool miscountsSidecars = false; ///< before Argo CD 2.12.5: "Init:0/1" and "0/1" for a pod with a native sidecar
    enum class Rewrites { No, Mirror, Digest } rewrites = Rewrites::No; ///< a webhook changes the pods' images
};

/// @p time on the server's clock.
[[nodiscard]] Instant instantOf(Ms time);

[[nodiscard]] QString podName(const Pod &pod);

/// An image as a user enters it.
[[nodiscard]] ImageReference expectedImage(int repository, int tag);
[[nodiscard]] RegistryProxies proxies();

/// Converts simulated states to answers of Argo CD. Unchanged answers are reused.
class SimulatedAnswers final
{
public:
    SimulatedAnswers(const Setup &setup, const Dialect &dialect)
        : m_setup(setup)
        , m_dialect(dialect)
    { }

    [[nodiscard]] std::shared_ptr<const Application> application(const SimulatedState &snapshot);
    [[nodiscard]] std::shared_ptr<const ResourceTree> tree(const SimulatedState &snapshot);
    [[nodiscard]] std::shared_ptr<const ManagedResources> managed(const SimulatedState &snapshot);
    /// Events of the scheduler until @p now about pods that no node accepts.
    [[nodiscard]] std::vector<ResourceEvent> events(const SimulatedState &snapshot, Ms now) const;

private:
    [[nodiscard]] QString image(int repository, int tag) const;
    [[nodiscard]] QStringList images(const Template &pods) const;
    [[nodiscard]] QStringList imagesOfPod(const Template &pods) const;
    [[nodiscard]] OperationState operationOf(const Operation &operation) const;
    [[nodiscard]] QString messageOf(const Operation &operation) const;
    void addPods(ResourceTree &tree, const SimulatedState &snapshot, int index, int parent, int set) const;
    void addWorkload(ResourceTree &tree, const SimulatedState &snapshot, int index) const;
    void addHook(ResourceTree &tree, const Hook &hook, int which) const;

    template<typename T>
    struct Kept
    {
        int version = -1;
        std::shared_ptr<const T> value;
    };

    const Setup &m_setup;
    const Dialect &m_dialect;
    // Two each, because reordered answers alternate between two versions.
    std::array<Kept<Application>, 2> m_applications;
    std::array<Kept<ResourceTree>, 2> m_trees;
    std::array<Kept<ManagedResources>, 2> m_managed;
};

} // namespace lynceus::simulation
