#pragma once

#include "core/domain/base/result.h"
#include "core/domain/model/changeset.h"
#include "core/domain/search/filtermatcher.h"
#include "core/domain/time/time.h"

#include <vector>

namespace lynceus {

/// A rule that registers watches for the deployments of matching applications.
struct FollowRule
{
    /// Which news of its watches become notifications.
    enum class Notify { All, Problems, Nothing };

    QString name;                                ///< unique; isValidRuleName()
    QString filter;                              ///< filter language of applicationfilter.h
    Duration deadline{std::chrono::minutes(15)}; ///< of each watch
    Duration bake{0};                            ///< how long a version must keep running
    Notify notify = Notify::Problems;
    bool isPaused = false;
    Instant createdAt{}; ///< our clock; the oldest matching rule applies

    friend bool operator==(const FollowRule &, const FollowRule &) = default;
};

/// "all", "problems", "nothing".
[[nodiscard]] QString nameOf(FollowRule::Notify notify);

/// Letters, digits, '.', '_' and '-', at most 40, starting with a letter or digit; safe on a command line.
[[nodiscard]] bool isValidRuleName(const QString &name);

/// BadInput with problem and remedy: name, an empty filter or one that matches everything, a filter that depends on the
/// window (`is:pinned`), times.
[[nodiscard]] Result<void> checkRule(const FollowRule &rule);

/// Matches applications against prepared rules.
class FollowMatcher final
{
public:
    FollowMatcher() = default;
    /// Paused rules match nothing.
    explicit FollowMatcher(std::vector<FollowRule> rules);

    /// The oldest matching rule; null if there is none. @p instanceName: display name of the instance.
    [[nodiscard]] const FollowRule *match(const Application &application, const QString &instanceName) const;
    [[nodiscard]] bool isEmpty() const { return m_rules.empty(); }

private:
    struct Entry
    {
        FollowRule rule;
        FilterMatcher matcher;
    };
    std::vector<Entry> m_rules; ///< oldest first
};

} // namespace lynceus
