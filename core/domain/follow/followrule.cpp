#include "core/domain/follow/followrule.h"

#include "core/domain/search/filtersubject.h"
#include "core/domain/watch/watchrequests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kLongestName = 40;
constexpr qsizetype kLongestFilter = 1'000;

Result<void> checkFilter(const QString &filter)
{
    const auto asked = u"filter \"%1\""_s.arg(filter);
    if (filter.size() > kLongestFilter)
        return badInput(u"it is longer than %1 characters"_s.arg(kLongestFilter), u"filter"_s);
    const auto words = parseApplicationFilter(filter);
    if (words.isEmpty())
        return badInput(
            u"it is empty; to follow all applications, use for example health:healthy,degraded,progressing"_s, asked);
    for (const auto &token : words.tokens) {
        if (!token.problem.isEmpty())
            return badInput(token.problem, asked);
        if (token.alternatives.isEmpty())
            return badInput(u"a field without a value; for example project:shop"_s, asked);
        // The filter language reads a word with a slash as text of an image, so such a rule would never match.
        const auto &text = token.alternatives.front();
        const auto field = text.section(u':', 0, 0);
        if (token.field == FilterToken::Field::Text && text.contains(u':') && filterFieldNames().contains(field))
            return badInput(u"a field's value has no slash; use %1:%2, or the text without \"%1:\""_s.arg(
                                field, text.section(u'/', -1)),
                            asked);
        if (token.field == FilterToken::Field::Is)
            return badInput(u"is:pinned is known to the window only; use name, project, instance, namespace, image or "
                            "label"_s,
                            asked);
        if (token.field == FilterToken::Field::Health || token.field == FilterToken::Field::Sync)
            return badInput(u"health and sync change during each deployment; use name, project, instance, namespace, "
                            "image or label"_s,
                            asked);
    }
    return {};
}

} // namespace

QString nameOf(FollowRule::Notify notify)
{
    switch (notify) {
    case FollowRule::Notify::All:
        return u"all"_s;
    case FollowRule::Notify::Problems:
        return u"problems"_s;
    case FollowRule::Notify::Nothing:
        break;
    }
    return u"nothing"_s;
}

bool isValidRuleName(const QString &name)
{
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    };
    return !name.isEmpty() && name.size() <= kLongestName && isPlain(name.front())
        && std::ranges::all_of(name, [&](QChar c) { return isPlain(c) || c == u'.' || c == u'_' || c == u'-'; });
}

Result<void> checkRule(const FollowRule &rule)
{
    if (!isValidRuleName(rule.name))
        return badInput(u"not a name of a rule; use up to %1 letters, digits, '.', '_' and '-'"_s.arg(kLongestName),
                        rule.name);
    if (auto checked = checkFilter(rule.filter); !checked)
        return checked;
    if (rule.deadline <= Duration{0} || rule.deadline > kLongestTimeout)
        return badInput(u"must be greater than zero and at most %1"_s.arg(formatDuration(kLongestTimeout)),
                        u"timeout "_s + formatDuration(rule.deadline));
    if (rule.bake < Duration{0} || rule.bake > kLongestTimeout)
        return badInput(u"must be at most %1"_s.arg(formatDuration(kLongestTimeout)),
                        u"bake "_s + formatDuration(rule.bake));
    return {};
}

FollowMatcher::FollowMatcher(std::vector<FollowRule> rules)
{
    std::ranges::sort(rules, {}, [](const FollowRule &rule) { return std::pair(rule.createdAt, rule.name); });
    for (auto &rule : rules) {
        if (rule.isPaused || !checkRule(rule)) // a rule of a later version must not match everything
            continue;
        FilterMatcher matcher(parseApplicationFilter(rule.filter));
        m_rules.push_back({std::move(rule), std::move(matcher)});
    }
}

const FollowRule *FollowMatcher::match(const Application &application, const QString &instanceName) const
{
    if (m_rules.empty())
        return nullptr;
    auto subject = filterSubject(application);
    subject.instance = instanceName.toLower();
    const auto found = std::ranges::find_if(m_rules, [&](const Entry &entry) { return entry.matcher.fits(subject); });
    return found == m_rules.end() ? nullptr : &found->rule;
}

} // namespace lynceus
