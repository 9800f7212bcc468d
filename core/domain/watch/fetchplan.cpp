#include "core/domain/watch/fetchplan.h"

#include "core/domain/base/backoff.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr Duration kBudgetSpan{60'000};
constexpr Duration kApplicationSafety{30'000}; // a stream is a hint: events are lost when a subscriber is slow (#12214)
constexpr Duration kTreeSafety{15'000};        // the same; the tree decides, so it is asked twice as often
constexpr Duration kManagedSafety{20'000};     // images can change in the cluster without a change of the application
constexpr Duration kPoll{3'000};               // without streams
constexpr Duration kSlowPoll{4'000};           // without streams, when much of the budget is used
constexpr Duration kTreePoll{1'500};           // pods change within a rollout: a cause must be seen within 2 s
constexpr Duration kFullTreePoll{2'000};
constexpr Duration kSlowTreePoll{2'500};
constexpr Duration kRefreshEvery{60'000}; // verdict: while not noticed
constexpr Duration kWindowsEvery{60'000};
constexpr Duration kResourceEventsEvery{15'000};
constexpr Duration kApplicationEventsEvery{30'000};
constexpr Duration kHearingLimit{20'000}; // keepalives come every 15 s
constexpr Duration kPatience{3'000};      // an answer that late is asked for again beside the first, then after 6 s
constexpr int kMostInFlight = 3;          // of one source
constexpr Duration kRefreshRetry{10'000}; // a refresh that was lost on the way
constexpr Duration kRefusedRetry{30'000}; // rights change rarely

// Recovery must be seen within 2 s after an outage, and a restarted server must not see all clients at once.
constexpr BackoffPolicy kProbeBackoff{Duration{300}, Duration{1'800}, 2.0, 0.3};
constexpr BackoffPolicy kReadBackoff{Duration{300}, Duration{5'000}, 2.0, 0.3};
constexpr BackoffPolicy kStreamBackoff{Duration{300}, Duration{15'000}, 2.0, 0.5};

constexpr std::array kSources{Fetch::Application, Fetch::Tree, Fetch::Managed};

constexpr std::array<Fetch, kFetchCount> kByPriority{
    Fetch::Application, Fetch::Tree, Fetch::Managed, Fetch::TreeStream,     Fetch::ApplicationStream, Fetch::Refresh,
    Fetch::SyncWindows, Fetch::Logs, Fetch::Commit,  Fetch::ResourceEvents, Fetch::ApplicationEvents};

bool isStream(Fetch fetch)
{
    return fetch == Fetch::TreeStream || fetch == Fetch::ApplicationStream;
}

/// How much of the budget may be used when this one is sent: what explains must leave room for what decides.
int ceilingOf(Fetch fetch)
{
    switch (fetch) {
    case Fetch::Application:
    case Fetch::Tree:
        return FetchPlan::kBudget;
    case Fetch::Managed:
    case Fetch::Refresh:
        return FetchPlan::kBudget - 2;
    case Fetch::TreeStream:
    case Fetch::ApplicationStream:
        return FetchPlan::kBudget - 5;
    case Fetch::Logs:
    case Fetch::Commit:
        return FetchPlan::kBudget - 7;
    case Fetch::SyncWindows:
        return FetchPlan::kBudget - 10;
    case Fetch::ResourceEvents:
    case Fetch::ApplicationEvents:
        return FetchPlan::kBudget - 14;
    }
    return 0;
}

} // namespace

void FetchPlan::sent(Fetch fetch, Duration now)
{
    while (!m_sent.empty() && m_sent.front() + kBudgetSpan <= now)
        m_sent.pop_front();
    m_sent.push_back(now);
    auto &asked = line(fetch);
    asked.sentAt = now;
    ++asked.inFlight;
}

void FetchPlan::succeeded(Fetch fetch, Duration sentAt, Duration now)
{
    auto &answered = line(fetch);
    answered.inFlight = std::max(0, answered.inFlight - 1);
    answered.readAt = std::max(answered.readAt.value_or(sentAt), sentAt);
    if (isStream(fetch)) {
        answered.open = true;
        answered.heardAt = now;
        want(fetch == Fetch::TreeStream ? Fetch::Tree : Fetch::Application, now); // what it missed before
    }
    mend(fetch, now);
}

void FetchPlan::heard(Fetch stream, std::optional<Fetch> source, Duration now)
{
    line(stream).heardAt = now;
    if (!source)
        return;
    line(*source).readAt = now;
    mend(*source, now);
}

void FetchPlan::failed(Fetch fetch, FailureKind kind, Duration sentAt, Duration now, double random)
{
    auto &broken = line(fetch);
    broken.inFlight = std::max(0, broken.inFlight - 1);
    if (isStream(fetch)) {
        broken.open = false;
        broken.inFlight = 0;
    } else if (broken.readAt && *broken.readAt >= sentAt) {
        return; // a later question was answered: this one only hung
    }
    if (++broken.failures == 1) {
        broken.failingSince = now;
        if (fetch != Fetch::Application) // whether anything answers
            want(Fetch::Application, now);
    }
    const auto &policy = fetch == Fetch::Application ? kProbeBackoff : isStream(fetch) ? kStreamBackoff : kReadBackoff;
    const bool hopeless = kind == FailureKind::Refused && fetch != Fetch::Application;
    broken.retryAt = now + (hopeless ? kRefusedRetry : backoffDelay(policy, broken.failures, random));
}

void FetchPlan::mend(Fetch fetch, Duration now)
{
    auto &mended = line(fetch);
    const bool wasBroken = mended.failures > 0;
    mended.failures = 0;
    mended.failingSince.reset();
    if (!wasBroken || fetch != Fetch::Application)
        return;
    // Anything may have happened meanwhile, and nobody needs to wait any longer.
    for (auto &other : m_lines)
        other.retryAt = std::min(other.retryAt, now);
    want(Fetch::Tree, now);
    want(Fetch::Managed, now);
}

void FetchPlan::changed(Fetch source, Duration askedAt)
{
    for (const auto other : kSources) {
        if (other != source)
            want(other, askedAt);
    }
}

void FetchPlan::doubt(Duration now)
{
    for (const auto source : kSources)
        want(source, now);
}

void FetchPlan::want(Fetch fetch, Duration now)
{
    auto &wanted = line(fetch);
    wanted.wantedAt = std::max(wanted.wantedAt.value_or(now), now);
}

bool FetchPlan::hears(Fetch stream, Duration now) const
{
    const auto &heard = line(stream);
    return heard.open && heard.heardAt && now - *heard.heardAt <= kHearingLimit;
}

int FetchPlan::sentWithin(Duration span, Duration now) const
{
    const auto first = std::ranges::upper_bound(m_sent, now - span);
    return static_cast<int>(m_sent.end() - first);
}

std::optional<Duration> FetchPlan::failingSince(Fetch fetch) const
{
    return line(fetch).failingSince;
}

Duration FetchPlan::sourceInterval(Fetch fetch, const FetchConditions &conditions, Duration now) const
{
    const int used = sentWithin(kBudgetSpan, now);
    if (fetch == Fetch::Managed)
        return kManagedSafety;
    if (fetch == Fetch::Application) {
        if (hears(Fetch::ApplicationStream, now))
            return kApplicationSafety;
        return used < kBudget * 2 / 3 ? kPoll : kSlowPoll;
    }
    if (hears(Fetch::TreeStream, now))
        return kTreeSafety;
    if (!conditions.moving)
        return kPoll;
    return used < kBudget / 2 ? kTreePoll : used < kBudget * 4 / 5 ? kFullTreePoll : kSlowTreePoll;
}

Duration FetchPlan::gap(const FetchConditions &conditions, Duration now) const
{
    // While pods come and go no complete look can end the watch: reading everything after each of their steps
    // would only use up what the last step needs.
    const int used = sentWithin(kBudgetSpan, now);
    if (conditions.nearlyThere)
        return Duration{used < kBudget / 2 ? 500 : used < kBudget * 4 / 5 ? 1'000 : 2'000};
    return Duration{used < kBudget / 2 ? 2'000 : used < kBudget * 4 / 5 ? 4'000 : 8'000};
}

std::optional<Duration> FetchPlan::sourceAt(Fetch fetch, Duration every, const FetchConditions &conditions,
                                            Duration now) const
{
    const auto &source = line(fetch);
    if (!source.sentAt)
        return now;
    auto at = std::max(*source.sentAt, source.readAt.value_or(*source.sentAt)) + every;
    const bool outdated = source.wantedAt && (!source.readAt || *source.readAt < *source.wantedAt);
    if (outdated)
        at = std::min(at, std::max(*source.wantedAt, *source.sentAt + gap(conditions, now)));
    if (source.failures > 0) // not later than that either
        at = source.retryAt;
    return at;
}

std::optional<Duration> FetchPlan::streamAt(Fetch fetch, const FetchConditions &conditions) const
{
    const auto &stream = line(fetch);
    if (!conditions.known || stream.open || stream.inFlight > 0)
        return std::nullopt;
    return stream.retryAt;
}

std::optional<Duration> FetchPlan::wishedAt(Fetch fetch, const FetchConditions &conditions, Duration now) const
{
    const auto every = [&](bool wanted, Duration interval) -> std::optional<Duration> {
        if (!wanted || line(fetch).inFlight > 0)
            return std::nullopt;
        return line(fetch).sentAt ? *line(fetch).sentAt + interval : now;
    };
    switch (fetch) {
    case Fetch::Application:
    case Fetch::Tree:
    case Fetch::Managed:
        return sourceAt(fetch, sourceInterval(fetch, conditions, now), conditions, now);
    case Fetch::TreeStream:
    case Fetch::ApplicationStream:
        return streamAt(fetch, conditions);
    case Fetch::Refresh:
        return every(conditions.refreshWanted, line(fetch).failures > 0 ? kRefreshRetry : kRefreshEvery);
    case Fetch::SyncWindows:
        return every(conditions.held, kWindowsEvery);
    case Fetch::Logs:
        return every(conditions.logsWanted, Duration{0});
    case Fetch::Commit:
        return every(conditions.commitWanted, Duration{0});
    case Fetch::ResourceEvents:
        return every(conditions.resourceFailing, kResourceEventsEvery);
    case Fetch::ApplicationEvents:
        return every(conditions.failing, kApplicationEventsEvery);
    }
    return std::nullopt;
}

std::optional<Duration> FetchPlan::dueAt(Fetch fetch, const FetchConditions &conditions, Duration now) const
{
    // The application is asked first and alone: it names the project, and while it cannot be read nothing else can.
    if (fetch != Fetch::Application && (!conditions.known || line(Fetch::Application).failures > 0))
        return std::nullopt;
    auto at = wishedAt(fetch, conditions, now);
    if (!at || line(fetch).inFlight == 0)
        return at;
    if (line(fetch).inFlight >= kMostInFlight)
        return std::nullopt;
    return std::max(*at, *line(fetch).sentAt + kPatience * line(fetch).inFlight);
}

Duration FetchPlan::roomAt(int ceiling, Duration now) const
{
    const auto used = sentWithin(kBudgetSpan, now);
    if (used < ceiling)
        return now;
    return m_sent[m_sent.size() - static_cast<std::size_t>(ceiling)] + kBudgetSpan;
}

FetchDecision FetchPlan::decide(const FetchConditions &conditions, Duration now) const
{
    FetchDecision decision;
    if (conditions.over)
        return decision;
    const auto wake = [&](Duration at) { decision.wakeAt = std::min(decision.wakeAt.value_or(at), at); };
    for (const auto fetch : kByPriority) {
        const auto at = dueAt(fetch, conditions, now);
        if (!at)
            continue;
        const auto room = roomAt(ceilingOf(fetch) - static_cast<int>(decision.due.size()), now);
        if (*at <= now && room <= now)
            decision.due.push_back(fetch);
        else
            wake(std::max(*at, room));
    }
    return decision;
}

} // namespace lynceus
