#pragma once

#include "core/domain/model/application.h"
#include "core/domain/rollout/verdict/verdict.h"
#include "core/replay/recordings/recording.h"

#include <memory>
#include <vector>

namespace lynceus {

/// The actual states of a recording's cluster, from its `truth` lines. Watches never see them.
class ClusterTruth final
{
public:
    struct Pod
    {
        QString name;
        QString owner; ///< kind of the owner
        QStringList images;
        QString phase;
        bool ready = false;
        bool deleting = false;
    };
    struct Workload
    {
        QString name;
        int want = 0;
        int updated = 0;
        int ready = 0;
        int total = 0;
    };
    struct State
    {
        Duration at{0};
        std::vector<Pod> pods;
        std::vector<Workload> workloads;
    };

    explicit ClusterTruth(const Recording &recording);

    /// States that held at some time between @p from and @p to.
    [[nodiscard]] std::vector<const State *> between(Duration from, Duration to) const;

private:
    std::vector<State> m_states;
};

/// Facts of a period in which a verdict may have been true.
struct PeriodFacts
{
    std::vector<const ClusterTruth::State *> cluster;
    std::vector<std::shared_ptr<const Application>> applications;
};

/// Names the part of a waiting verdict that was not true at any time of @p truth. Empty if all is true.
[[nodiscard]] QString contradiction(const Verdict &verdict, const Expectation &expectation, const PeriodFacts &truth);

} // namespace lynceus
