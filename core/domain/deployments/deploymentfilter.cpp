#include "core/domain/deployments/deploymentfilter.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Field = DeploymentToken::Field;

constexpr std::array kFields{std::pair{Field::Outcome, "outcome"_L1}, std::pair{Field::Actor, "actor"_L1},
                             std::pair{Field::Since, "since"_L1}, std::pair{Field::Proof, "proof"_L1},
                             std::pair{Field::Rule, "rule"_L1}};
constexpr std::array kShared{FilterToken::Field::Name, FilterToken::Field::Namespace, FilterToken::Field::Instance,
                             FilterToken::Field::Project, FilterToken::Field::Image};
constexpr std::array kOutcomes{Deployment::Outcome::InProgress, Deployment::Outcome::Deployed,
                               Deployment::Outcome::Failed,     Deployment::Outcome::TimedOut,
                               Deployment::Outcome::Superseded, Deployment::Outcome::Unknown};
constexpr std::array kProofs{Deployment::Proof::Watched, Deployment::Proof::Observed, Deployment::Proof::Reconstructed};

bool isShared(FilterToken::Field field)
{
    return field == FilterToken::Field::Text || std::ranges::find(kShared, field) != kShared.end();
}

QString problemOf(const DeploymentToken &token)
{
    if (token.field == Field::Since) {
        if (token.negated || token.alternatives.size() > 1)
            return u"since takes one duration, for example since:24h"_s;
        const auto text = token.alternatives.value(0);
        return text.isEmpty() || token.since ? QString() : u"%1 is not a duration, for example 24h or 7d"_s.arg(text);
    }
    const auto known = deploymentFieldValues(token.field);
    if (known.isEmpty())
        return {};
    for (const auto &value : token.alternatives) {
        if (std::ranges::none_of(known, [&value](const QString &each) { return each.startsWith(value); }))
            return u"%1 is not one of %2"_s.arg(value, known.join(u", "_s));
    }
    return {};
}

/// Empty: not a field of deployments.
std::optional<DeploymentToken> tokenFrom(QStringView text, const FilterToken &word)
{
    const bool negated = text.startsWith(u'-');
    const auto colon = text.indexOf(u':');
    const auto name = text.mid(negated ? 1 : 0, colon < 0 ? 0 : colon - (negated ? 1 : 0)).toString().toLower();
    const auto *const found = std::ranges::find(kFields, name, [](const auto &each) { return QString(each.second); });
    if (colon < 0 || found == kFields.end())
        return {};
    DeploymentToken token{.field = found->first, .negated = negated, .start = word.start, .length = word.length};
    const auto value = text.mid(colon + 1).toString().remove(u'"').toLower();
    token.alternatives = value.split(u',', Qt::SkipEmptyParts);
    if (token.field == Field::Since && token.alternatives.size() == 1) {
        if (const auto since = parseDuration(token.alternatives.front()); since && *since > Duration{0})
            token.since = *since;
    }
    token.problem = problemOf(token);
    return token;
}

FilterMatcher matcherOf(const FilterWords &words, bool isText)
{
    FilterWords chosen;
    std::ranges::copy_if(words.tokens, std::back_inserter(chosen.tokens), [isText](const FilterToken &token) {
        return (token.field == FilterToken::Field::Text) == isText && isShared(token.field);
    });
    return FilterMatcher(chosen);
}

QString imagesOf(const Deployment &deployment)
{
    QStringList images;
    for (const auto &change : deployment.images) {
        for (const auto *versions : {&change.from, &change.to}) {
            for (const auto &version : *versions)
                images += change.repository + u':' + version;
        }
    }
    return images.join(u'\n').toLower();
}

QString otherTextOf(const Deployment &deployment)
{
    QStringList texts{deployment.actor.name, deployment.cause, deployment.message, deployment.chartFrom,
                      deployment.chartTo};
    texts += deployment.revisionsFrom;
    texts += deployment.revisionsTo;
    if (deployment.commit)
        texts += {deployment.commit->author, deployment.commit->message};
    return texts.join(u'\n').toLower();
}

bool startsOneOf(const QStringList &values, const QString &word)
{
    return std::ranges::any_of(values, [&word](const QString &value) { return word.startsWith(value); });
}

bool holdsOneOf(const QStringList &values, const QString &text)
{
    return std::ranges::any_of(values, [&text](const QString &value) { return text.contains(value); });
}

bool holds(const DeploymentToken &token, const Deployment &deployment, Instant now)
{
    switch (token.field) {
    case Field::Outcome:
        return startsOneOf(token.alternatives, nameOf(deployment.outcome));
    case Field::Proof:
        return startsOneOf(token.alternatives, nameOf(deployment.proof));
    case Field::Actor:
        return holdsOneOf(token.alternatives, nameOf(deployment.actor.kind) + u'\n' + deployment.actor.name.toLower());
    case Field::Rule:
        return holdsOneOf(token.alternatives, deployment.rule.toLower());
    case Field::Since:
        return !token.since || deployment.startedAt >= now - *token.since;
    }
    Q_UNREACHABLE();
}

} // namespace

DeploymentFilter parseDeploymentFilter(QStringView text)
{
    DeploymentFilter filter;
    for (auto &word : parseApplicationFilter(text).tokens) {
        if (auto token = tokenFrom(text.mid(word.start, word.length), word)) {
            filter.tokens.push_back(*std::move(token));
            continue;
        }
        if (!isShared(word.field))
            word.problem = u"deployments have no %1; the fields are %2"_s.arg(nameOf(word.field),
                                                                              deploymentFieldNames().join(u", "_s));
        filter.words.tokens.push_back(std::move(word));
    }
    return filter;
}

QStringList deploymentFieldNames()
{
    QStringList names;
    for (const auto &[field, name] : kFields)
        names += name;
    for (const auto field : kShared)
        names += nameOf(field);
    return names;
}

QStringList deploymentFieldValues(DeploymentToken::Field field)
{
    QStringList values;
    if (field == Field::Outcome)
        std::ranges::transform(kOutcomes, std::back_inserter(values), [](auto each) { return nameOf(each); });
    if (field == Field::Proof)
        std::ranges::transform(kProofs, std::back_inserter(values), [](auto each) { return nameOf(each); });
    return values;
}

DeploymentMatcher::DeploymentMatcher(const DeploymentFilter &filter)
    : m_text(matcherOf(filter.words, true))
    , m_fields(matcherOf(filter.words, false))
{
    std::ranges::copy_if(filter.tokens, std::back_inserter(m_tokens), [](const DeploymentToken &token) {
        return token.problem.isEmpty() && !token.alternatives.isEmpty();
    });
}

bool DeploymentMatcher::fits(const Deployment &deployment, const QString &instance, Instant now,
                             const QString &more) const
{
    if (!std::ranges::all_of(
            m_tokens, [&](const DeploymentToken &token) { return holds(token, deployment, now) != token.negated; }))
        return false;
    FilterSubject subject;
    subject.name = deployment.application.name.toLower();
    subject.nameSpace = deployment.application.nameSpace.toLower();
    subject.instance = instance.toLower();
    subject.project = deployment.project.toLower();
    const auto images = imagesOf(deployment);
    subject.searched = SearchedText(subject.name, subject.project, images);
    if (!m_fields.fits(subject))
        return false;
    const QString rest = images + u'\n' + otherTextOf(deployment) + u'\n' + more.toLower();
    subject.searched = SearchedText(subject.name, subject.project, rest);
    return m_text.fits(subject);
}

} // namespace lynceus
