#include "core/domain/fetch/fetchplan.h"

#include "core/domain/fetch/fetchintervals.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr std::array kSources{Fetch::Application, Fetch::Tree, Fetch::Managed};

constexpr std::array<Fetch, kFetchCount> kByPriority{Fetch::Application,
                                                     Fetch::Presence,
                                                     Fetch::Tree,
                                                     Fetch::Managed,
                                                     Fetch::TreeStream,
                                                     Fetch::ApplicationStream,
                                                     Fetch::Refresh,
                                                     Fetch::SyncWindows,
                                                     Fetch::Logs,
                                                     Fetch::Commit,
                                                     Fetch::PodManifest,
                                                     Fetch::ResourceEvents,
                                                     Fetch::ApplicationEvents,
                                                     Fetch::ApplicationSet};

bool isStream(Fetch fetch)
{
    return fetch == Fetch::TreeStream || fetch == Fetch::ApplicationStream;
}

/// Part of the budget that this request may use: explanations must leave room for what decides.
int ceilingOf(Fetch fetch)
{
    switch (fetch) {
    case Fetch::Application:
    case Fetch::Presence:
    case Fetch::Tree:
        return RequestBudget::kMost;
    case Fetch::Managed:
    case Fetch::Refresh:
        return RequestBudget::kMost - 2;
    case Fetch::TreeStream:
    case Fetch::ApplicationStream:
    case Fetch::Logs:
    case Fetch::Commit:
        return RequestBudget::kMost - 7;
    case Fetch::SyncWindows:
        return RequestBudget::kMost - 10;
    case Fetch::PodManifest:
    case Fetch::ResourceEvents:
    case Fetch::ApplicationEvents:
    case Fetch::ApplicationSet:
        return RequestBudget::kMost - 14;
    }
    return 0;
}

} // namespace

void FetchPlan::sent(Fetch fetch, Duration now)
{
    m_budget.spend(now);
    auto &asked = line(fetch);
    asked.sentAt = now;
    if (++asked.inFlight > 1) {
        asked.hangs = std::min(asked.hangs + 1, kMostPatience);
        if (fetch != Fetch::Application) // the application shows whether the server answers
            want(Fetch::Application, now);
    }
}

void FetchPlan::succeeded(Fetch fetch, Duration sentAt, Duration now)
{
    auto &answered = line(fetch);
    answered.inFlight = std::max(0, answered.inFlight - 1);
    answered.readAt = std::max(answered.readAt.value_or(sentAt), sentAt);
    if (isStream(fetch)) {
        answered.open = true;
        answered.receivedAt = now;
        want(fetch == Fetch::TreeStream ? Fetch::Tree : Fetch::Application, now); // for changes that it missed before
    }
    mend(fetch, now);
}

void FetchPlan::received(Fetch stream, std::optional<Fetch> source, Duration now)
{
    line(stream).receivedAt = now;
    if (!source)
        return;
    line(*source).readAt = now;
    mend(*source, now);
}

void FetchPlan::failed(Fetch fetch, FailureKind kind, Duration sentAt, Duration now, double random)
{
    auto &broken = line(fetch);
    broken.inFlight = std::max(0, broken.inFlight - 1);
    const bool wasOpen = broken.open;
    if (isStream(fetch)) {
        broken.open = false;
        broken.inFlight = 0;
    } else if (broken.readAt && *broken.readAt >= sentAt) {
        return; // a later request was answered; this one only hung
    }
    if (++broken.failures == 1) {
        broken.failingSince = now;
        if (fetch != Fetch::Application) // the application shows whether the server answers
            want(Fetch::Application, now);
    }
    const auto &policy = fetch == Fetch::Application ? kProbeBackoff
        : !isStream(fetch)                           ? kReadBackoff
        : wasOpen                                    ? kStreamBackoff
                                                     : kNoStreamBackoff;
    broken.retryAt = now + backoffDelay(policy, broken.failures, random);
    if (kind == FailureKind::Refused && fetch != Fetch::Application)
        broken.retryAt = now + kRefusedRetry;
}

void FetchPlan::abandoned(Fetch fetch)
{
    line(fetch).inFlight = std::max(0, line(fetch).inFlight - 1);
}

void FetchPlan::mend(Fetch fetch, Duration now)
{
    auto &mended = line(fetch);
    const bool wasBroken = mended.failures > 0;
    mended.failures = 0;
    mended.hangs = 0;
    mended.failingSince.reset();
    if (!wasBroken || fetch != Fetch::Application)
        return;
    // Anything may have changed meanwhile, so pending retries are due.
    for (auto &other : m_lines)
        other.retryAt = std::min(other.retryAt, now);
    want(Fetch::Tree, now);
    want(Fetch::Managed, now);
}

void FetchPlan::changed(Fetch source, Duration askedAt)
{
    if (source == Fetch::Application)
        m_manifestsSettleAt = askedAt + kManagedLag;
    for (const auto other : kSources) {
        // An open stream would have reported a change of the application; for new manifests it must be read anyway.
        const bool isReceived =
            source == Fetch::Tree && other == Fetch::Application && receives(Fetch::ApplicationStream, askedAt);
        if (other != source && !isReceived)
            want(other, askedAt);
    }
}

void FetchPlan::doubt(Duration now)
{
    for (const auto source : kSources)
        want(source, now);
}

void FetchPlan::hint(Fetch source, Duration now)
{
    want(source, now);
}

void FetchPlan::want(Fetch fetch, Duration now)
{
    auto &wanted = line(fetch);
    wanted.wantedAt = std::max(wanted.wantedAt.value_or(now), now);
}

bool FetchPlan::receives(Fetch stream, Duration now) const
{
    const auto &received = line(stream);
    return received.open && received.receivedAt && now - *received.receivedAt <= kSilenceLimit;
}

std::optional<Duration> FetchPlan::failingSince(Fetch fetch) const
{
    return line(fetch).failingSince;
}

Duration FetchPlan::sourceInterval(Fetch fetch, const FetchConditions &conditions, Duration now) const
{
    if (fetch == Fetch::Managed && now < m_manifestsSettleAt)
        return kManagedLagPoll[m_budget.pace(now)];
    if (conditions.quietEvery > kApplicationSafety)
        return conditions.quietEvery;
    if (fetch == Fetch::Managed)
        return conditions.unmatched ? kUnmatchedEvery : kManagedSafety;
    const bool hearsApplication = conditions.fed || receives(Fetch::ApplicationStream, now);
    if (fetch == Fetch::Application)
        return hearsApplication ? kApplicationSafety : kApplicationPoll[m_budget.pace(now)];
    if (receives(Fetch::TreeStream, now))
        return kTreeSafety;
    if (!conditions.moving)
        return kTreePoll[m_budget.pace(now)];
    return hearsApplication ? kOnlyTreePoll[m_budget.pace(now)] : kMovingTreePoll[m_budget.pace(now)];
}

std::optional<Duration> FetchPlan::sourceAt(Fetch fetch, Duration every, const FetchConditions &conditions,
                                            Duration now) const
{
    const auto &source = line(fetch);
    if (!source.sentAt)
        return now;
    auto at = std::max(*source.sentAt, source.readAt.value_or(*source.sentAt)) + every;
    const auto pace = m_budget.pace(now);
    const auto isOutdated = [&](std::optional<Duration> moment) {
        return moment && (!source.readAt || *source.readAt < *moment);
    };
    if (isOutdated(source.wantedAt))
        at =
            std::min(at, std::max(*source.wantedAt, *source.sentAt + (conditions.nearlyThere ? kLastGap : kGap)[pace]));
    if (source.failures > 0) // also not later than that
        at = source.retryAt;
    // What may take hours is polled slowly, unless the feed has reported it.
    const bool isHinted = source.wantedAt && *source.wantedAt > *source.sentAt;
    if (source.failures > 0 && fetch == Fetch::Application && conditions.awaited && !isHinted)
        at = std::max(at, *source.sentAt + kAwaitedEvery);
    return at;
}

std::optional<Duration> FetchPlan::streamAt(Fetch fetch, const FetchConditions &conditions) const
{
    const auto &stream = line(fetch);
    const bool allowed = fetch == Fetch::TreeStream ? conditions.treeStream : conditions.applicationStream;
    if (!allowed || !conditions.known || stream.open || stream.inFlight > 0)
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
        return every((conditions.refreshWanted || conditions.still) && !conditions.refreshDeclined,
                     line(fetch).failures > 0 ? kRefreshRetry
                         : conditions.still   ? kIdleCheckInterval
                                              : std::max(kRefreshEvery, conditions.quietEvery));
    case Fetch::SyncWindows:
        return every(conditions.held || conditions.still,
                     conditions.still ? kIdleCheckInterval : std::max(kWindowsEvery, conditions.quietEvery));
    case Fetch::ApplicationSet:
        return every(conditions.stepAwaited, kIdleCheckInterval);
    case Fetch::PodManifest:
        return every(conditions.podUnclear, kPodManifestEvery[m_budget.pace(now)]);
    case Fetch::Logs:
        return every(conditions.logsWanted, Duration{0});
    case Fetch::Commit:
        return every(conditions.commitWanted, Duration{0});
    case Fetch::ResourceEvents:
        return every(conditions.resourceFailing || conditions.resourcePending,
                     conditions.resourcePending ? kPendingEventsEvery[m_budget.pace(now)] : kResourceEventsEvery);
    case Fetch::ApplicationEvents:
        return every(conditions.failing, kApplicationEventsEvery);
    case Fetch::Presence:
        return every(conditions.missing,
                     conditions.tokenIgnored  ? kRefusedRetry
                         : conditions.awaited ? kAwaitedPresenceEvery
                                              : kPresenceEvery);
    }
    return std::nullopt;
}

std::optional<Duration> FetchPlan::dueAt(Fetch fetch, const FetchConditions &conditions, Duration now) const
{
    // The application is read first and alone: it has the project, and while it cannot be read, nothing else can.
    const auto &application = line(Fetch::Application);
    if (fetch != Fetch::Application && fetch != Fetch::Presence
        && (!conditions.known || application.failures > 0 || application.hangs > 0))
        return std::nullopt;
    auto at = wishedAt(fetch, conditions, now);
    if (!at || line(fetch).inFlight == 0)
        return at;
    return std::max(*at, *line(fetch).sentAt + kPatience * (1 << line(fetch).hangs));
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
        const auto room = m_budget.roomAt(ceilingOf(fetch) - static_cast<int>(decision.due.size()), now);
        if (*at <= now && room <= now)
            decision.due.push_back(fetch);
        else
            wake(std::max(*at, room));
    }
    return decision;
}

} // namespace lynceus
