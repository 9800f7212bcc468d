#pragma once

#include "core/domain/fetch/fetchplan.h"

#include <algorithm>
#include <map>
#include <random>

namespace lynceus::test {

using namespace std::chrono_literals;

/// A server in virtual time. It answers after `latency`, or not at all, and can send frames.
class FetchSimulation final
{
public:
    FetchPlan plan;
    FetchConditions conditions;
    Duration now{1'000'000}; // monotonic clocks do not start at zero
    Duration latency{40};
    bool reachable = true;
    bool applicationStreams = true;
    bool treeStreams = true;
    std::map<Fetch, std::vector<Duration>> sent;
    std::vector<Duration> all;

    explicit FetchSimulation(unsigned seed = 1)
        : m_random(seed)
    { }

    void runUntil(Duration end)
    {
        while (now < end) {
            settle();
            step();
            auto next = end;
            const auto decision = plan.decide(conditions, now);
            if (decision.wakeAt)
                next = std::min(next, *decision.wakeAt);
            for (const auto &request : m_pendingRequests)
                next = std::min(next, request.at);
            for (auto &[stream, at] : m_keepalives)
                next = std::min(next, at);
            now = std::max(now + 1ms, next);
        }
        settle();
    }
    void runFor(Duration span) { runUntil(now + span); }

    void frame(Fetch stream, Fetch source)
    {
        if (!m_keepalives.contains(stream))
            return;
        plan.received(stream, source, now);
        plan.changed(source, now);
    }

    void cutStreams()
    {
        for (const auto &[stream, at] : m_keepalives)
            plan.failed(stream, FailureKind::Trouble, now, now, random());
        m_keepalives.clear();
    }

    [[nodiscard]] int count(Fetch fetch) const
    {
        const auto found = sent.find(fetch);
        return found == sent.end() ? 0 : static_cast<int>(found->second.size());
    }

    [[nodiscard]] Duration longestGap(Fetch fetch, Duration from, Duration to) const
    {
        auto last = from;
        auto longest = 0ms;
        for (const auto at : sent.at(fetch)) {
            if (at < from || at > to)
                continue;
            longest = std::max(longest, at - last);
            last = at;
        }
        return std::max(longest, to - last);
    }

    [[nodiscard]] int mostInAnyMinute() const
    {
        int most = 0;
        for (auto first = all.begin(); first != all.end(); ++first) {
            const auto last = std::ranges::lower_bound(all, *first + 60s);
            most = std::max(most, static_cast<int>(last - first));
        }
        return most;
    }

private:
    struct PendingRequest
    {
        Fetch fetch;
        Duration sentAt;
        Duration at;
    };

    double random() { return std::uniform_real_distribution<>(0.0, 0.999)(m_random); }

    static bool isStream(Fetch fetch) { return fetch == Fetch::TreeStream || fetch == Fetch::ApplicationStream; }

    [[nodiscard]] bool answers(Fetch fetch) const
    {
        if (fetch == Fetch::TreeStream)
            return reachable && treeStreams;
        return reachable && (fetch != Fetch::ApplicationStream || applicationStreams);
    }

    void step()
    {
        for (const auto fetch : plan.decide(conditions, now).due) {
            plan.sent(fetch, now);
            sent[fetch].push_back(now);
            all.push_back(now);
            if (fetch == Fetch::Commit)
                conditions.commitWanted = false;
            if (fetch == Fetch::Logs)
                conditions.logsWanted = false;
            abandonOldest(fetch);
            m_pendingRequests.push_back({fetch, now, now + latency});
        }
    }

    void abandonOldest(Fetch fetch)
    {
        if (std::ranges::count(m_pendingRequests, fetch, &PendingRequest::fetch) < FetchPlan::kMostInFlight)
            return;
        m_pendingRequests.erase(std::ranges::find(m_pendingRequests, fetch, &PendingRequest::fetch));
        plan.abandoned(fetch);
    }

    void settle()
    {
        for (std::size_t i = 0; i < m_pendingRequests.size();) {
            const auto request = m_pendingRequests[i];
            if (request.at > now) {
                ++i;
                continue;
            }
            m_pendingRequests.erase(m_pendingRequests.begin() + static_cast<std::ptrdiff_t>(i));
            if (!answers(request.fetch)) {
                plan.failed(request.fetch, FailureKind::Trouble, request.sentAt, now, random());
                continue;
            }
            plan.succeeded(request.fetch, request.sentAt, now);
            if (request.fetch == Fetch::Application)
                conditions.known = true;
            if (isStream(request.fetch))
                m_keepalives[request.fetch] = now + 15s;
        }
        for (auto &[stream, at] : m_keepalives) {
            if (at <= now && reachable) {
                plan.received(stream, std::nullopt, now);
                at = now + 15s;
            }
        }
    }

    std::mt19937 m_random;
    std::vector<PendingRequest> m_pendingRequests;
    std::map<Fetch, Duration> m_keepalives;
};

} // namespace lynceus::test
