#include "core/domain/board/boardlayout.h"

#include "core/domain/rollout/verdict/advice.h"
#include "core/domain/text/nearest.h"

#include <QHash>

#include <algorithm>
#include <compare>
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

// Of what needs attention, failures come before watches that wait for a user.
constexpr int kFails = 0;
constexpr int kWaits = 1;
constexpr int kCalm = 2;

struct Placed
{
    BoardGroup group = BoardGroup::Earlier;
    int urgency = kCalm; ///< smaller is more urgent
    bool running = false;
    Instant order{};
    Instant deadline = Instant::max(); ///< of running watches; a task of a team server may have none
    QString name;
    QString label;
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
            auto &newest = m_newest[subjectOf(*watch)];
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
            const auto group = groupOf(*watch, hasNewer(*watch), m_time);
            placed.group = std::min(placed.group, group);
            if (group == BoardGroup::NeedsAttention)
                placed.urgency = std::min(placed.urgency, watch->isOver() || watch->verdict.cause ? kFails : kWaits);
            placed.running = placed.running || !watch->isOver();
            registered = std::max(registered, watch->registeredAt);
            ended = std::max(ended, orderOf(*watch));
            if (const auto deadline = watch->expectation.deadline; !watch->isOver() && deadline != Instant{})
                placed.deadline = std::min(placed.deadline, onOurClock(*watch, deadline));
            placed.entry.watches.push_back(watch->id);
        }
        placed.order = placed.running ? registered : ended;
        placed.name = placed.entry.release.isEmpty() ? watches.front()->request.application.name : release;
        return placed;
    }

private:
    [[nodiscard]] bool hasNewer(const WatchRecord &watch) const
    {
        return m_newest.value(subjectOf(watch)) > watch.registeredAt;
    }

    using Application = std::pair<ApplicationKey, QString>;
    using Subject = std::pair<Application, bool>;

    /// A watch with children is about these, not about its application. A team server may have the same name at several
    /// Argo CD servers.
    [[nodiscard]] static Subject subjectOf(const WatchRecord &watch)
    {
        return {{watch.request.application, watch.argoInstance}, watch.request.withChildren};
    }

    BoardTime m_time;
    QHash<Subject, Instant> m_newest;
};

/// Natural order, empty last.
std::weak_ordering byText(const QString &left, const QString &right)
{
    if (left.isEmpty() != right.isEmpty())
        return left.isEmpty() ? std::weak_ordering::greater : std::weak_ordering::less;
    const auto natural = compareNaturally(left, right);
    return natural != 0 ? natural <=> 0 : left.compare(right) <=> 0;
}

struct RowOrder
{
    const BoardOrder &order;

    [[nodiscard]] bool operator()(const Placed &left, const Placed &right) const
    {
        if (const auto section = bySection(left, right); section != 0)
            return section < 0;
        if (const auto sorted = bySorting(left, right); sorted != 0)
            return sorted < 0;
        if (left.running != right.running)
            return left.running; // has a running deadline
        if (left.order != right.order)
            return left.order > right.order;
        return left.entry.watches < right.entry.watches;
    }

    [[nodiscard]] bool sameSection(const Placed &left, const Placed &right) const
    {
        return bySection(left, right) == 0;
    }

private:
    [[nodiscard]] std::weak_ordering bySection(const Placed &left, const Placed &right) const
    {
        if (!order.labelOf)
            return left.group <=> right.group;
        const bool isUrgent = left.group == BoardGroup::NeedsAttention;
        if (isUrgent != (right.group == BoardGroup::NeedsAttention))
            return isUrgent ? std::weak_ordering::less : std::weak_ordering::greater;
        if (isUrgent)
            return std::weak_ordering::equivalent;
        const auto rank = [this](const QString &label) {
            const auto at = order.labels.indexOf(label);
            return at < 0 ? order.labels.size() : at;
        };
        if (const auto ranked = rank(left.label) <=> rank(right.label); ranked != 0)
            return ranked;
        return byText(left.label, right.label);
    }

    [[nodiscard]] std::weak_ordering bySorting(const Placed &left, const Placed &right) const
    {
        switch (order.sorting) {
        case BoardSorting::Urgency: // of ended watches, only failures need attention
            return left.urgency <=> right.urgency;
        case BoardSorting::Deadline:
            return left.running && right.running ? left.deadline <=> right.deadline
                                                 : int(right.running) <=> int(left.running);
        case BoardSorting::Name:
            return byText(left.name, right.name);
        }
        Q_UNREACHABLE();
    }
};

std::vector<Placed> rowsOf(std::span<const WatchRecord *const> watches, const BoardTime &time, const BoardOrder &order)
{
    const Layout layout(watches, time);
    QHash<QString, Watches> releases;
    std::vector<Placed> rows;
    for (const auto *watch : watches) {
        if (!order.labelOf && !watch->request.release.isEmpty()) {
            releases[watch->request.release].push_back(watch);
            continue;
        }
        rows.push_back(layout.place({watch}, {}));
        if (order.labelOf)
            rows.back().label = order.labelOf(*watch);
    }
    for (auto release = releases.cbegin(); release != releases.cend(); ++release)
        rows.push_back(layout.place(release.value(), release.key()));
    return rows;
}

} // namespace

BoardGroup groupOf(const WatchRecord &watch, bool hasNewer, const BoardTime &time)
{
    const bool isSnoozed = watch.snoozedUntil && *watch.snoozedUntil > time.now;
    if (!watch.isOver()) {
        const auto &blocker = watch.verdict.blocker;
        const bool asks = watch.verdict.cause || (blocker && needsPerson(blocker->kind));
        return asks && !isSnoozed ? BoardGroup::NeedsAttention : BoardGroup::InProgress;
    }
    if (endedBadly(watch.verdict.outcome) && !hasNewer && !isSnoozed)
        return BoardGroup::NeedsAttention;
    return orderOf(watch) >= time.dayStart ? BoardGroup::DoneToday : BoardGroup::Earlier;
}

std::vector<BoardSection> boardLayout(std::span<const WatchRecord *const> watches, const BoardTime &time,
                                      const BoardOrder &order)
{
    auto rows = rowsOf(watches, time, order);
    const RowOrder rowOrder{order};
    std::ranges::sort(rows, rowOrder);
    std::vector<BoardSection> sections;
    const Placed *before = nullptr;
    for (auto &row : rows) {
        if (!before || !rowOrder.sameSection(*before, row)) {
            const bool hasLabel = order.labelOf && row.group != BoardGroup::NeedsAttention;
            sections.push_back({hasLabel ? BoardGroup::InProgress : row.group, {}, hasLabel ? row.label : QString()});
        }
        before = &row;
        sections.back().entries.push_back(std::move(row.entry));
    }
    return sections;
}

int needingAttention(std::span<const WatchRecord *const> watches, const BoardTime &time, const BoardOrder &order)
{
    return int(std::ranges::count(rowsOf(watches, time, order), BoardGroup::NeedsAttention, &Placed::group));
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
