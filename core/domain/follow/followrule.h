#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/time.h"
#include "core/domain/model/changeset.h"
#include "core/domain/search/filtermatcher.h"

#include <vector>

namespace lynceus {

/// Deployments of applications that match a filter get a full watch by themselves.
struct FollowRule
{
    /// Which news of its watches become notifications.
    enum class Notify { All, Problems, Nothing };

    QString name;                                ///< unique; isValidRuleName()
    QString filter;                              ///< in the filter language of Applications (applicationfilter.h)
    Duration deadline{std::chrono::minutes(15)}; ///< of each watch
    Duration bake{0};                            ///< how long a version must keep running
    Notify notify = Notify::Problems;
    bool isPaused = false;
    Instant createdAt{}; ///< our clock; the oldest rule that matches counts

    friend bool operator==(const FollowRule &, const FollowRule &) = default;
};

/// "all", "problems", "nothing".
[[nodiscard]] QString nameOf(FollowRule::Notify notify);

/// Letters, digits, '.', '_' and '-', 40 at most, the first a letter or a digit: fit for a command line.
[[nodiscard]] bool isValidRuleName(const QString &name);

/// BadInput names what is wrong and what would be right: name, an empty filter or one that hides nothing, a filter
/// that depends on the window (`is:pinned`), times.
[[nodiscard]] Result<void> checkRule(const FollowRule &rule);

/// Matches an application against rules, prepared once.
class FollowMatcher final
{
public:
    FollowMatcher() = default;
    /// Paused rules match nothing.
    explicit FollowMatcher(std::vector<FollowRule> rules);

    /// The oldest rule that matches; null if none does. @p instanceName is the instance's display name.
    [[nodiscard]] const FollowRule *match(const Application &application, const QString &instanceName) const;
    [[nodiscard]] bool isEmpty() const { return m_rules.empty(); }

private:
    struct Entry
    {
        FollowRule rule;
        FilterMatcher matcher;
    };
    std::vector<Entry> m_rules; ///< the oldest first
};

} // namespace lynceus
