#pragma once

#include "core/domain/model/event.h"
#include "core/domain/rollout/verdict/verdict.h"

#include <array>
#include <optional>

namespace lynceus {

/// The user's request for a watch of one application.
struct WatchRequest
{
    ApplicationKey application;         ///< with Instance::id and the application's namespace
    QString project;                    ///< empty: determined later
    std::vector<ImageReference> images; ///< empty unless the version is given by images
    ExpectedVersion version;
    Duration timeout{900'000};
    Duration bake{0};
    Duration failAfter{60'000};
    Duration imageGrace{60'000};
    bool acceptSuspended = false;
    bool waitForApp = false; ///< wait for an application that does not exist yet
    bool refresh = true;
    /// The application, or the ApplicationSet of this name, is a parent: each application that it manages gets its own
    /// watch, and all form one release.
    bool withChildren = false;
    RegistryProxies registryProxies;
    QString release; ///< watches with the same name form a release; empty: single watch
    QString note;    ///< free text of the user; can be changed later
    QString who;     ///< who registered it: the system's user name, or "pipeline"

    friend bool operator==(const WatchRequest &, const WatchRequest &) = default;
};

/// A stored watch: the expectation, the current state, and the result.
struct WatchRecord
{
    QString id;           ///< unique, created once; short enough to type ("w7k3f")
    WatchRequest request; ///< as requested, except for the note; extending changes only expectation.deadline
    Expectation expectation;
    QStringList oldImages; ///< images of the matching workloads at registration; may be empty
    Verdict verdict;       ///< the newest; final once verdict.outcome is not Waiting
    std::optional<RevisionMetadata> commit;
    QString logPod;                 ///< the failing pod whose log was read; empty if none
    QStringList logLines;           ///< its last lines, without secrets
    Instant registeredAt{};         ///< our clock
    std::optional<Instant> endedAt; ///< our clock; set with a final outcome
    QStringList children; ///< for a parent: ids of its children's watches, in the order in which they were found
    QString replacedBy;   ///< id of the newer watch of the same image name that cancelled it
    std::optional<Instant> snoozedUntil; ///< no notifications until then, or until something changes
    QString takenBy;                     ///< who said "I'm on it"; empty if no one
    std::array<std::optional<Instant>, kStageCount> stageReachedAt; ///< by Stage, first time; server's clock
    /// For a task of a team server (watchOf()), whose instance is that server: the server's name for its Argo CD. Empty
    /// for all other watches, and if the server does not report it.
    QString argoInstance;

    [[nodiscard]] bool isOver() const { return verdict.outcome != Outcome::Waiting; }
    /// A deadline within the bake time waits for its end, at most as long again. Empty without a bake time, and before
    /// the version runs. Server's clock.
    [[nodiscard]] std::optional<Instant> bakeDeadline() const
    {
        const bool bakes = expectation.bake > Duration{0} && stageReachedAt[static_cast<std::size_t>(Stage::Running)];
        return bakes ? std::optional(expectation.deadline + expectation.bake) : std::nullopt;
    }

    friend bool operator==(const WatchRecord &, const WatchRecord &) = default;
};

/// Usual duration of this application's rollouts, from `status.history` and our own records. Requires three samples.
struct Eta
{
    Duration median{0};
    Duration p90{0};
    int samples = 0;

    friend bool operator==(const Eta &, const Eta &) = default;
};

} // namespace lynceus
