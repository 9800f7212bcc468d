#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/search/filtermatcher.h"

namespace lynceus {

/// One word of a filter for deployments that those for applications do not know.
struct DeploymentToken
{
    enum class Field { Outcome, Actor, Since, Proof, Rule };
    Field field = Field::Outcome;
    bool negated = false;
    QStringList alternatives; ///< lower case, none empty; any of them may fit. Empty: the value is still being typed
    std::optional<Duration> since; ///< of Since
    QString problem;               ///< not empty: this cannot be understood and hides nothing; one sentence
    qsizetype start = 0;           ///< in the text
    qsizetype length = 0;

    friend bool operator==(const DeploymentToken &, const DeploymentToken &) = default;
};

/// A filter for deployments as people type it: words apart from each other by spaces, all of which must fit.
///
/// The fields name, namespace, instance, project and image and free words are those of applicationfilter.h; free words
/// are sought in revisions, authors and messages of commits, and causes, too. `outcome:failed,timed-out` and
/// `proof:watched` fit from the start of their word, `actor:` in the kind or the name of who started it, `rule:` in the
/// name of the follow rule, `since:24h` deployments that began no longer ago. A minus turns it round.
struct DeploymentFilter
{
    FilterWords words; ///< those of applications; what deployments do not have is a problem there
    std::vector<DeploymentToken> tokens;

    [[nodiscard]] bool isEmpty() const { return words.isEmpty() && tokens.empty(); }
    friend bool operator==(const DeploymentFilter &, const DeploymentFilter &) = default;
};

[[nodiscard]] DeploymentFilter parseDeploymentFilter(QStringView text);
/// All that may stand before a colon.
[[nodiscard]] QStringList deploymentFieldNames();
/// What may stand behind "outcome:" and "proof:"; empty for other fields.
[[nodiscard]] QStringList deploymentFieldValues(DeploymentToken::Field field);

/// A filter made ready for many deployments.
class DeploymentMatcher final
{
public:
    DeploymentMatcher() = default; ///< lets everything through
    explicit DeploymentMatcher(const DeploymentFilter &filter);

    /// @param instance what its instance is called. @param now the clock that `since:` counts back from. @param more
    /// text in which free words are sought, too: the release and the note of its watch.
    [[nodiscard]] bool fits(const Deployment &deployment, const QString &instance, Instant now,
                            const QString &more = {}) const;

private:
    FilterMatcher m_text;   ///< free words
    FilterMatcher m_fields; ///< the other words of applications
    std::vector<DeploymentToken> m_tokens;
};

} // namespace lynceus
