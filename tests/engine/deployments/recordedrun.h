#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/deployments/deploymenttracker.h"
#include "core/domain/deployments/marksdecoder.h"
#include "core/domain/follow/followplan.h"
#include "core/replay/recordings/recordedstate.h"

#include <map>
#include <vector>

namespace lynceus::test {

/// A run of Lynceus that plays a recording in virtual time, without network. It has what a client would read from list
/// and stream, and the resulting deployments. A rule, if set, follows one application.
class RecordedRun final
{
public:
    struct Noticed
    {
        Deployment deployment; ///< current state
        Duration at{0};        ///< when it was first reported
        Duration shownAt{0};   ///< when an answer first contained its operation
    };
    struct Followed
    {
        QString deployment; ///< its ID
        WatchRequest request;
        Duration at{0};
    };

    explicit RecordedRun(const RecordedState &recordedState);
    /// A later run with the cache and the store that @p earlier left when it ended at @p stoppedAt.
    RecordedRun(const RecordedRun &earlier, Duration stoppedAt);

    void follow(const FollowRule &rule, const ApplicationKey &application);
    /// Reads the list, then the stream until @p until.
    void play(Duration from, Duration until);

    /// In the order in which they were noticed.
    [[nodiscard]] const std::vector<Noticed> &noticed() const { return m_noticed; }
    [[nodiscard]] const std::vector<Followed> &followed() const { return m_followed; }
    /// When deployments became Deployed, by deploymentId().
    [[nodiscard]] const std::map<QString, Duration> &deployedAt() const { return m_deployedAt; }
    [[nodiscard]] Instant at(Duration t) const { return m_recordedState.recording().head.recorded + t; }

private:
    void readList(Duration t);
    void read(const ApplicationKey &key, const QString &project, Duration t);
    void second(Duration t);
    void note(const std::vector<Deployment> &changed, Duration t);
    void noteShown(const ApplicationKey &key, const DeploymentMarks &marks, Duration t);

    const RecordedState &m_recordedState;
    Decoder m_decoder;
    MarksDecoder m_marks;
    DeploymentTracker m_tracker;
    FollowPlan m_plan;
    FollowRule m_rule;
    ApplicationKey m_ruled; ///< without a name: no rule
    std::vector<Noticed> m_noticed;
    std::vector<Followed> m_followed;
    std::map<QString, Duration> m_deployedAt;
    std::map<QString, Duration> m_shown; ///< by deploymentId()
};

/// The verdict of a watch that is registered at @p from, with all sources on time. After the recording, its last state
/// continues.
[[nodiscard]] WatchRecord judged(const RecordedState &recordedState, const WatchRequest &request, Duration from);

} // namespace lynceus::test
