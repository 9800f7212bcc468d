#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/domain/search/filtermatcher.h"

namespace lynceus {

/// One word of a deployment filter that application filters do not have.
struct DeploymentToken
{
    enum class Field { Outcome, Actor, Since, Proof, Rule };
    Field field = Field::Outcome;
    bool negated = false;
    QStringList alternatives;      ///< lower case, not empty strings; any may match. Empty: the value is incomplete
    std::optional<Duration> since; ///< for Since
    QString problem;     ///< if not empty: why the word is invalid, one sentence; an invalid word hides nothing
    qsizetype start = 0; ///< in the text
    qsizetype length = 0;

    friend bool operator==(const DeploymentToken &, const DeploymentToken &) = default;
};

/// A filter for deployments as users type it: words separated by spaces, all of which must match.
///
/// The fields name, namespace, instance, project and image and free words are those of applicationfilter.h; free words
/// are also searched in revisions, commit authors, commit messages and causes. `outcome:failed,timed-out` and
/// `proof:watched` match the start of the word, `actor:` kind or name of the actor, `rule:` the name of the follow
/// rule, `since:24h` deployments that started within that time. A minus negates a word.
struct DeploymentFilter
{
    FilterWords words; ///< words of application filters; fields that deployments do not have get a problem
    std::vector<DeploymentToken> tokens;

    [[nodiscard]] bool isEmpty() const { return words.isEmpty() && tokens.empty(); }
    friend bool operator==(const DeploymentFilter &, const DeploymentFilter &) = default;
};

[[nodiscard]] DeploymentFilter parseDeploymentFilter(QStringView text);
/// All field names for completion before a colon.
[[nodiscard]] QStringList deploymentFieldNames();
/// All values after "outcome:" and "proof:"; empty for other fields.
[[nodiscard]] QStringList deploymentFieldValues(DeploymentToken::Field field);

/// A filter prepared for many deployments.
class DeploymentMatcher final
{
public:
    DeploymentMatcher() = default; ///< matches everything
    explicit DeploymentMatcher(const DeploymentFilter &filter);

    /// @param instance display name of its instance. @param now the time from which `since:` counts back. @param more
    /// further text for free words: release and note of its watch.
    [[nodiscard]] bool fits(const Deployment &deployment, const QString &instance, Instant now,
                            const QString &more = {}) const;

private:
    FilterMatcher m_text;   ///< free words
    FilterMatcher m_fields; ///< the other words of application filters
    std::vector<DeploymentToken> m_tokens;
};

} // namespace lynceus
