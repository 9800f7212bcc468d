#include "core/domain/board/boardlayout.h"

#include "core/domain/base/nearest.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <tuple>

namespace lynceus {

namespace {

bool endedBadly(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Failed:
    case Outcome::TimedOut:
    case Outcome::Aborted:
    case Outcome::Gone:
    case Outcome::SignInNeeded:
        return true;
    case Outcome::Waiting:
    case Outcome::Deployed:
    case Outcome::Superseded:
    case Outcome::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

/// Only the person at the desk can lift these: for the others somebody else is asked, or time helps.
bool holdsForPerson(const std::optional<Blocker> &blocker)
{
    return blocker && (blocker->kind == Blocker::Kind::SignIn || blocker->kind == Blocker::Kind::Permission);
}

/// Smaller is more urgent.
int urgency(const WatchRecord &watch)
{
    const auto &verdict = watch.verdict;
    if (!watch.isOver() && verdict.cause)
        return 0;
    if (endedBadly(verdict.outcome))
        return 1;
    if (!watch.isOver())
        return isHeldUp(verdict) ? 2 : 3;
    return 4;
}

Instant orderOf(const WatchRecord &watch)
{
    return watch.endedAt.value_or(watch.registeredAt);
}

struct Placed
{
    BoardGroup group = BoardGroup::Earlier;
    bool running = false;
    Instant order{};
    BoardEntry entry;
};

using Watches = std::vector<const WatchRecord *>;

class Layout
{
public:
    Layout(std::span<const WatchRecord *const> watches, const BoardTime &time)
        : m_time(time)
    {
        for (const auto *watch : watches) {
            auto &newest = m_newest[watch->request.application];
            newest = std::max(newest, watch->registeredAt);
        }
    }

    [[nodiscard]] Placed place(Watches watches, const QString &release) const
    {
        std::ranges::sort(watches, [](const WatchRecord *left, const WatchRecord *right) {
            const auto byName = compareNaturally(left->request.application.name, right->request.application.name);
            return byName != 0 ? byName < 0
                               : std::tie(left->request.application.instance, left->id)
                    < std::tie(right->request.application.instance, right->id);
        });
        Placed placed;
        Instant registered{};
        Instant ended{};
        placed.entry.release = watches.size() > 1 ? release : QString();
        for (const auto *watch : watches) {
            placed.group = std::min(placed.group, groupOf(*watch, hasNewer(*watch), m_time));
            placed.running = placed.running || !watch->isOver();
            registered = std::max(registered, watch->registeredAt);
            ended = std::max(ended, orderOf(*watch));
            placed.entry.watches.push_back(watch->id);
        }
        placed.order = placed.running ? registered : ended;
        return placed;
    }

private:
    [[nodiscard]] bool hasNewer(const WatchRecord &watch) const
    {
        return m_newest.value(watch.request.application) > watch.registeredAt;
    }

    BoardTime m_time;
    QHash<ApplicationKey, Instant> m_newest;
};

} // namespace

BoardGroup groupOf(const WatchRecord &watch, bool hasNewer, const BoardTime &time)
{
    const bool isSnoozed = watch.snoozedUntil && *watch.snoozedUntil > time.now;
    if (!watch.isOver()) {
        const bool asks = watch.verdict.cause || holdsForPerson(watch.verdict.blocker);
        return asks && !isSnoozed ? BoardGroup::NeedsAttention : BoardGroup::InProgress;
    }
    if (endedBadly(watch.verdict.outcome) && !hasNewer && !isSnoozed)
        return BoardGroup::NeedsAttention;
    return orderOf(watch) >= time.dayStart ? BoardGroup::DoneToday : BoardGroup::Earlier;
}

std::vector<BoardSection> boardLayout(std::span<const WatchRecord *const> watches, const BoardTime &time)
{
    const Layout layout(watches, time);
    QHash<QString, Watches> releases;
    std::vector<Placed> placed;
    for (const auto *watch : watches) {
        if (watch->request.release.isEmpty())
            placed.push_back(layout.place({watch}, {}));
        else
            releases[watch->request.release].push_back(watch);
    }
    for (auto release = releases.cbegin(); release != releases.cend(); ++release)
        placed.push_back(layout.place(release.value(), release.key()));

    std::ranges::sort(placed, [](const Placed &left, const Placed &right) {
        if (left.group != right.group)
            return left.group < right.group;
        if (left.running != right.running)
            return left.running; // its deadline runs
        if (left.order != right.order)
            return left.order > right.order;
        return left.entry.watches < right.entry.watches;
    });
    std::vector<BoardSection> sections;
    for (auto &row : placed) {
        if (sections.empty() || sections.back().group != row.group)
            sections.push_back({row.group, {}});
        sections.back().entries.push_back(std::move(row.entry));
    }
    return sections;
}

Instant onOurClock(const WatchRecord &watch, Instant server)
{
    return server - (watch.expectation.registeredAt - watch.registeredAt);
}

const WatchRecord *foremost(std::span<const WatchRecord *const> watches)
{
    const auto first = std::ranges::min_element(watches, [](const WatchRecord *left, const WatchRecord *right) {
        const auto l = urgency(*left);
        const auto r = urgency(*right);
        return l != r ? l < r : orderOf(*left) > orderOf(*right);
    });
    return first == watches.end() ? nullptr : *first;
}

} // namespace lynceus
