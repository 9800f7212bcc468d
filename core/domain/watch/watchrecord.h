#pragma once

#include "core/domain/model/event.h"
#include "core/domain/rollout/verdict.h"

#include <array>
#include <optional>

namespace lynceus {

/// What a person asks for when a watch is registered, for one application.
struct WatchRequest
{
    ApplicationKey application;         ///< with Instance::id and the application's namespace
    QString project;                    ///< empty: found out
    std::vector<ImageReference> images; ///< empty unless the version is images
    ExpectedVersion version;
    Duration timeout{900'000};
    Duration bake{0};
    Duration failAfter{60'000};
    Duration imageGrace{60'000};
    bool acceptSuspended = false;
    bool waitForApp = false; ///< an application that does not exist yet is waited for
    bool refresh = true;
    /// The application, or the ApplicationSet of this name, stands for the applications that it manages: each gets a
    /// watch of its own, and all are one release.
    bool withChildren = false;
    RegistryProxies registryProxies;
    QString release; ///< several watches under one name are a release; empty: stands alone
    QString note;    ///< free text of the person, who may change it later
    QString who;     ///< who registered it: the system's user name, or "pipeline"

    friend bool operator==(const WatchRequest &, const WatchRequest &) = default;
};

/// A watch as it is stored and shown: the expectation, what is known now, and how it ended.
struct WatchRecord
{
    QString id;           ///< unique, made once; short enough to type ("w7k3f")
    WatchRequest request; ///< as asked, but for its note; extending changes only expectation.deadline
    Expectation expectation;
    QStringList oldImages; ///< what the application's matching workloads ran when it was registered; may be empty
    Verdict verdict;       ///< the newest; final once verdict.outcome is not Waiting
    std::optional<RevisionMetadata> commit;
    QString logPod;                      ///< the failing pod whose log was read; empty: none was
    QStringList logLines;                ///< its last lines, without secrets
    Instant registeredAt{};              ///< our clock
    std::optional<Instant> endedAt;      ///< our clock; set with a final outcome
    QStringList children;                ///< with children: the ids of their watches, as they were found
    QString replacedBy;                  ///< id of the newer watch of the same image name that ended it as cancelled
    std::optional<Instant> snoozedUntil; ///< no notifications until then, or until something changes
    QString takenBy;                     ///< who said "I'm on it"; empty: nobody
    std::array<std::optional<Instant>, kStageCount> stageReachedAt; ///< by Stage, the first time; server's clock
    /// Of a task of a team server (watchOf()), which has that server as its instance: the server's name for the Argo CD
    /// that it asks. Empty for all other watches, and where the server does not say it.
    QString argoInstance;

    [[nodiscard]] bool isOver() const { return verdict.outcome != Outcome::Waiting; }

    friend bool operator==(const WatchRecord &, const WatchRecord &) = default;
};

/// How long this application's rollouts usually take, from `status.history` and our own records.
/// Nothing is said with fewer than three samples.
struct Eta
{
    Duration median{0};
    Duration p90{0};
    int samples = 0;

    friend bool operator==(const Eta &, const Eta &) = default;
};

} // namespace lynceus
