#pragma once

#include "core/domain/model/application.h"
#include "core/domain/rollout/verdict/verdict.h"
#include "core/replay/recordings/recording.h"

#include <memory>
#include <vector>

namespace lynceus {

/// What the cluster of a recording really had, as its `truth` lines say it. No watch ever sees it.
class ClusterTruth final
{
public:
    struct Pod
    {
        QString name;
        QString owner; ///< kind
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

    /// All that was so at some time from @p from to @p to.
    [[nodiscard]] std::vector<const State *> between(Duration from, Duration to) const;

private:
    std::vector<State> m_states;
};

/// A while in which what a watch says may have been true.
struct TrueWhile
{
    std::vector<const ClusterTruth::State *> cluster;
    std::vector<std::shared_ptr<const Application>> applications;
};

/// What a verdict that still waits says and what was not so at any time of that while; empty: nothing.
[[nodiscard]] QString contradiction(const Verdict &verdict, const Expectation &expectation, const TrueWhile &truth);

} // namespace lynceus
