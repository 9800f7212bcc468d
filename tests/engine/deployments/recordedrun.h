#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/deployments/deploymenttracker.h"
#include "core/domain/deployments/marksdecoder.h"
#include "core/domain/follow/followplan.h"
#include "core/replay/recordings/recordedstate.h"

#include <map>
#include <vector>

namespace lynceus::test {

/// One run of Lynceus beside a recording, without network, at the recording's own time: what its client would see of
/// the list and the stream, and the deployments that come of it. Its rule, if it has one, follows one application.
class RecordedRun final
{
public:
    struct Noticed
    {
        Deployment deployment; ///< as it is now
        Duration at{0};        ///< when it was told of first
        Duration shownAt{0};   ///< when an answer had its operation first
    };
    struct Followed
    {
        QString deployment; ///< its id
        WatchRequest request;
        Duration at{0};
    };

    explicit RecordedRun(const RecordedState &world);
    /// A later one, with what @p earlier left in cache and store when it ended at @p stoppedAt.
    RecordedRun(const RecordedRun &earlier, Duration stoppedAt);

    void follow(const FollowRule &rule, const ApplicationKey &application);
    /// Reads the list, and then the stream until @p until.
    void play(Duration from, Duration until);

    /// In the order in which they were noticed.
    [[nodiscard]] const std::vector<Noticed> &noticed() const { return m_noticed; }
    [[nodiscard]] const std::vector<Followed> &followed() const { return m_followed; }
    /// When deployments were called Deployed, by deploymentId().
    [[nodiscard]] const std::map<QString, Duration> &deployedAt() const { return m_deployedAt; }
    [[nodiscard]] Instant at(Duration t) const { return m_world.recording().head.recorded + t; }

private:
    void readList(Duration t);
    void read(const ApplicationKey &key, const QString &project, Duration t);
    void second(Duration t);
    void note(const std::vector<Deployment> &changed, Duration t);
    void noteShown(const ApplicationKey &key, const DeploymentMarks &marks, Duration t);

    const RecordedState &m_world;
    Decoder m_decoder;
    MarksDecoder m_marks;
    DeploymentTracker m_tracker;
    FollowPlan m_plan;
    FollowRule m_rule;
    ApplicationKey m_ruled; ///< without a name: none
    std::vector<Noticed> m_noticed;
    std::vector<Followed> m_followed;
    std::map<QString, Duration> m_deployedAt;
    std::map<QString, Duration> m_shown; ///< by deploymentId()
};

/// What a watch decides that is registered at @p from, all sources on time; behind the recording its last state holds.
[[nodiscard]] WatchRecord judged(const RecordedState &world, const WatchRequest &request, Duration from);

} // namespace lynceus::test
