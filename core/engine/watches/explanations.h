#pragma once

#include "core/domain/argocd/requests/requests.h"
#include "core/domain/fetch/watchsources.h"
#include "core/domain/rollout/verdict/verdict.h"

#include <optional>
#include <vector>

namespace lynceus {

/// Whether the containers of the resource have not started yet. A pod that runs but is not ready explains itself.
[[nodiscard]] bool isBeforeContainers(const ResourceNode &node);

/// Data that explains a verdict without deciding it: the commit, the last log lines of a crashed container or hook, and
/// the events of the broken resource. Decides what to request, each item once, and keeps the answers.
class Explanations final
{
public:
    struct BrokenResource
    {
        ResourceKey key;
        QString uid;
    };

    void follow(const Verdict &verdict, const WatchSources &sources, Instant now);

    [[nodiscard]] bool wantsCommit() const { return !m_revision.isEmpty() && m_revision != m_askedRevision; }
    [[nodiscard]] bool wantsLogs() const { return !m_logPod.pod.isEmpty() && m_logPod.pod != m_askedPod; }
    [[nodiscard]] const std::optional<BrokenResource> &brokenResource() const { return m_broken; }
    /// The containers of brokenResource() have not started, and no known event explains why; the next event may.
    [[nodiscard]] bool isPending() const { return m_pending; }

    /// The revision to request; counts as requested afterwards.
    [[nodiscard]] QString takeRevision();
    [[nodiscard]] LogQuery takeLogQuery();
    void commitCame(const RevisionMetadata &commit) { m_commit = commit; }
    void logsCame(const std::vector<LogLine> &lines);
    void logsRefused(const Error &error) { m_logError = error; }

    [[nodiscard]] const std::optional<RevisionMetadata> &commit() const { return m_commit; }
    [[nodiscard]] const std::vector<LogLine> &lastLogLines() const { return m_lines; }
    [[nodiscard]] const std::optional<Error> &logError() const { return m_logError; }

private:
    QString m_revision;
    QString m_askedRevision;
    LogQuery m_logPod;
    QString m_askedPod;
    std::optional<BrokenResource> m_broken;
    bool m_pending = false;
    std::optional<RevisionMetadata> m_commit;
    std::vector<LogLine> m_lines;
    std::optional<Error> m_logError;
};

} // namespace lynceus
