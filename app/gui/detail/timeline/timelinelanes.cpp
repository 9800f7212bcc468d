#include "app/gui/detail/timeline/timelinelanes.h"

#include "app/gui/widgets/painting/statemarks.h"
#include "core/engine/text/verdicttext.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// "Degraded: CrashLoopBackOff" → "Degraded".
QString headOf(const QString &text)
{
    return text.section(u':', 0, 0).trimmed();
}

StateRole roleOfOperation(const QString &text)
{
    switch (operationPhaseFrom(headOf(text))) {
    case OperationPhase::Succeeded:
        return StateRole::Good;
    case OperationPhase::Failed:
    case OperationPhase::Error:
        return StateRole::Bad;
    case OperationPhase::Running:
    case OperationPhase::Terminating:
        return StateRole::Working;
    case OperationPhase::None:
        break;
    }
    return StateRole::Neutral;
}

/// The text for a stable name; kinds are tried from the first to @p last.
template<typename Kind, typename Words>
QString textFor(const QString &name, Kind last, Words words)
{
    for (int kind = 0; kind <= int(last); ++kind) {
        if (nameOf(Kind(kind)) == name)
            return words(Kind(kind));
    }
    return name;
}

QString blockerEntryText(const TimelineEntry &entry)
{
    return textFor(entry.text, Blocker::Kind::Stale, [&entry](Blocker::Kind kind) {
        return blockerText({kind, entry.resource, {}, {}});
    });
}

QString causeEntryText(const TimelineEntry &entry)
{
    return textFor(entry.text, Cause::Kind::RolledBack, [&entry](Cause::Kind kind) {
        Cause cause;
        cause.kind = kind;
        cause.resource = entry.resource;
        return causeText(cause, {});
    });
}

class LanesBuilder final
{
public:
    LanesBuilder(Instant begin, Instant end)
    {
        m_lanes.begin = begin;
        m_lanes.end = std::max(begin, end);
    }

    void add(const TimelineEntry &entry)
    {
        m_lanes.begin = std::min(m_lanes.begin, entry.at);
        m_lanes.end = std::max(m_lanes.end, entry.at);
        switch (entry.kind) {
        case TimelineEntry::Kind::Stage:
            m_lanes.marks.push_back({entry.at, textFor(entry.text, Stage::Stable, stageText), false});
            break;
        case TimelineEntry::Kind::Outcome:
            m_lanes.marks.push_back({entry.at, textFor(entry.text, Outcome::Cancelled, outcomeText), true});
            break;
        case TimelineEntry::Kind::Operation:
            addOperation(lane(Text::tr("Sync")), entry);
            break;
        case TimelineEntry::Kind::Blocker:
            change(lane(Text::tr("Blocked")), {entry.at, entry.kind, {}, blockerEntryText(entry), {}}, StateRole::Held);
            break;
        case TimelineEntry::Kind::Cause:
            change(lane(Text::tr("Failing")), {entry.at, entry.kind, {}, causeEntryText(entry), {}}, StateRole::Bad);
            break;
        case TimelineEntry::Kind::Access:
            change(lane(Text::tr("Not readable")), entry, StateRole::Held);
            break;
        case TimelineEntry::Kind::Resource:
            addResource(entry);
            break;
        }
    }

    [[nodiscard]] TimelineLanes take()
    {
        for (auto &lane : m_lanes.lanes) {
            if (!lane.bars.empty() && lane.bars.back().isOpen)
                lane.bars.back().until = m_lanes.end;
        }
        std::stable_partition(m_lanes.lanes.begin(), m_lanes.lanes.end(),
                              [](const auto &lane) { return lane.resource.kind.isEmpty(); });
        return std::move(m_lanes);
    }

private:
    TimelineLane &lane(const QString &name, const ResourceKey &resource = {})
    {
        auto known = std::ranges::find_if(m_lanes.lanes, [&](const TimelineLane &lane) {
            return lane.resource == resource && (!resource.kind.isEmpty() || lane.name == name);
        });
        if (known != m_lanes.lanes.end())
            return *known;
        m_lanes.lanes.push_back({name, resource, {}, {}, {}});
        return m_lanes.lanes.back();
    }

    /// Ends the current bar and starts a new one; an empty text only ends it.
    static void change(TimelineLane &lane, const TimelineEntry &entry, StateRole role)
    {
        if (!lane.bars.empty() && lane.bars.back().isOpen) {
            lane.bars.back().isOpen = false;
            lane.bars.back().until = entry.at;
        }
        if (!entry.text.isEmpty())
            lane.bars.push_back({entry.at, entry.at, role, entry.text, true});
    }

    /// A finished operation gets no bar of its own: its result is the text of the bar before.
    static void addOperation(TimelineLane &sync, const TimelineEntry &entry)
    {
        const auto role = roleOfOperation(entry.text);
        const bool wasOpen = !sync.bars.empty() && sync.bars.back().isOpen;
        if (role == StateRole::Working || !wasOpen)
            change(sync, entry, role);
        if (role == StateRole::Working)
            return;
        auto &bar = sync.bars.back();
        bar = {bar.from, entry.at, role, entry.text, false};
    }

    void addResource(const TimelineEntry &entry)
    {
        auto &resource = lane(entry.resource.kind + u' ' + entry.resource.name, entry.resource);
        if (!entry.images.isEmpty())
            resource.images = entry.images;
        const bool isGone = entry.text == "gone"_L1;
        resource.gone = isGone ? std::optional(entry.at) : std::nullopt;
        auto shown = entry;
        if (isGone)
            shown.text.clear();
        change(resource, shown, markOf(healthStatusFrom(headOf(entry.text))).role);
    }

    TimelineLanes m_lanes;
};

} // namespace

TimelineLanes lanesOf(const std::vector<TimelineEntry> &entries, Instant begin, Instant end)
{
    LanesBuilder builder(begin, end);
    for (const auto &entry : entries)
        builder.add(entry);
    return builder.take();
}

QString textOf(const TimelineLane &lane)
{
    QStringList parts;
    for (const auto &bar : lane.bars)
        parts << Text::tr("%1 for %2").arg(bar.text, durationText(bar.until - bar.from));
    if (lane.gone)
        parts << Text::tr("gone");
    return lane.name + u": "_s + parts.join(Text::tr(", then "));
}

} // namespace lynceus
