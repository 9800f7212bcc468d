#include "core/engine/follow/followregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kMostRules = 200; // each deployment is compared with all of them
constexpr Duration kLongestWait{1'000}; // timers use monotonic time, the plan uses wall time

} // namespace

FollowRegistry::FollowRegistry(std::function<bool(const QString &)> isRelease, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_plan(std::move(isRelease))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FollowRegistry::wake);
}

FollowRegistry::~FollowRegistry() = default;

Result<void> FollowRegistry::setStore(std::unique_ptr<FollowStore> store)
{
    auto rules = store->rules();
    if (!rules)
        return tl::unexpected(rules.error());
    for (const auto &rule : m_rules) { // from a run without a store
        if (std::ranges::find(*rules, rule.name, &FollowRule::name) != rules->end())
            continue;
        if (auto saved = store->save(rule); !saved)
            return saved;
        rules->push_back(rule);
    }
    m_store = std::move(store);
    setRules(*std::move(rules));
    return {};
}

void FollowRegistry::setRules(std::vector<FollowRule> rules)
{
    std::ranges::sort(rules, {}, [](const FollowRule &rule) { return std::pair(rule.createdAt, rule.name); });
    m_rules = std::move(rules);
    m_matcher = FollowMatcher(m_rules);
    Q_EMIT rulesChanged(m_rules);
}

Result<void> FollowRegistry::save(FollowRule rule)
{
    if (auto checked = checkRule(rule); !checked)
        return checked;
    auto rules = m_rules;
    const auto known = std::ranges::find(rules, rule.name, &FollowRule::name);
    if (known == rules.end() && rules.size() >= kMostRules)
        return badInput(u"there are %1 follow rules already; remove one first"_s.arg(kMostRules), rule.name);
    rule.createdAt = known == rules.end() ? m_clock.now() : known->createdAt;
    if (m_store) {
        if (auto saved = m_store->save(rule); !saved)
            return saved;
    }
    if (known == rules.end())
        rules.push_back(std::move(rule));
    else
        *known = std::move(rule);
    setRules(std::move(rules));
    return {};
}

Result<void> FollowRegistry::remove(const QString &name)
{
    auto rules = m_rules;
    if (std::erase_if(rules, [&](const FollowRule &rule) { return rule.name == name; }) == 0)
        return tl::unexpected(Error{Error::Kind::NotFound, name, u"no follow rule %1"_s.arg(name), false, 0});
    if (m_store) {
        if (auto removed = m_store->remove(name); !removed)
            return removed;
    }
    setRules(std::move(rules));
    return {};
}

void FollowRegistry::takeDeployment(const Deployment &deployment, const Application *application,
                                    const QString &instanceName)
{
    const auto *rule = application ? m_matcher.match(*application, instanceName) : nullptr;
    if (const auto request = m_plan.take(deployment, rule, m_clock.now()))
        Q_EMIT watchWanted(deployment, *request);
    schedule();
}

void FollowRegistry::wake()
{
    for (const auto &[deployment, request] : m_plan.due(m_clock.now()))
        Q_EMIT watchWanted(deployment, request);
    schedule();
}

void FollowRegistry::schedule()
{
    if (const auto at = m_plan.wakeAt())
        m_timer.start(std::clamp(Duration(*at - m_clock.now()), Duration{1}, kLongestWait));
    else
        m_timer.stop();
}

} // namespace lynceus
