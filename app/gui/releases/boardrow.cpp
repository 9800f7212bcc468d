#include "app/gui/releases/boardrow.h"

#include "app/gui/widgets/painting/stagemarks.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "core/domain/board/boardlayout.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/text/facts.h"
#include "core/engine/text/shortcause.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Board)
};

PodCounts sumOf(std::span<const WatchRecord *const> watches)
{
    PodCounts sum;
    for (const auto *watch : watches) {
        const auto &pods = watch->verdict.pods;
        sum.wanted += pods.wanted;
        sum.updated += pods.updated;
        sum.ready += pods.ready;
        sum.old += pods.old;
        sum.oldUnready += pods.oldUnready;
    }
    return sum;
}

/// If only the state is known, no stage is marked as failed.
StageMarks marksOf(const WatchRecord &watch)
{
    if (!isStateAlone(watch) || watch.verdict.outcome == Outcome::Deployed)
        return stageMarks(watch.verdict);
    StageMarks marks;
    marks.fill(StageMark::ToCome);
    return marks;
}

/// True if the rollout is late or has a note: the sentence gets its own line.
bool hasMore(const std::optional<Pace> &pace, const QString &remark)
{
    return (pace && pace->isLate) || !remark.isEmpty();
}

} // namespace

BoardRow rowOf(const WatchRecord &watch, const BoardLabels &labels, const std::optional<Pace> &pace,
               const QTimeZone &zone)
{
    const auto remark = remarkText(watch);
    const auto &author = watch.request.who;
    const auto mark = markOf(watch.verdict);
    return {.name = watch.request.application.name,
            .instance = labels.instance,
            .environment = labels.environment,
            .versions = versionsText(watch),
            .marks = marksOf(watch),
            .pods = podsText(watch.verdict.pods),
            .sentence = rowSentence(watch, zone, pace),
            .remark = isTaskWatch(watch.id) && !author.isEmpty() ? Text::tr("by %1").arg(author) : remark,
            .role = mark.role,
            .stateText = mark.word,
            .over = watch.isOver(),
            .explains = explains(watch) || hasMore(pace, remark)};
}

BoardRow rowOf(const QString &release, std::span<const WatchRecord *const> watches, const QList<BoardLabels> &labels,
               const std::optional<Pace> &pace, const QTimeZone &zone)
{
    const auto remark = remarkText(*foremost(watches));
    std::vector<StageMarks> marks;
    for (const auto *watch : watches)
        marks.push_back(marksOf(*watch));
    const auto state = markOf(foremost(watches)->verdict);
    const auto common = [&labels](InstanceLabel BoardLabels::*label) {
        const auto &first = labels.front().*label;
        const bool same = std::ranges::all_of(labels, [&](const BoardLabels &each) { return each.*label == first; });
        return same ? first : InstanceLabel{Text::tr("several"), QColor()};
    };
    return {.name = release,
            .instance = common(&BoardLabels::instance),
            .environment = common(&BoardLabels::environment),
            .versions = versionsText(watches),
            .marks = combinedMarks(marks),
            .pods = podsText(sumOf(watches)),
            .sentence = releaseSentence(watches, zone, pace),
            .remark = remark,
            .role = state.role,
            .stateText = state.word,
            .over = std::ranges::all_of(watches, [](const WatchRecord *watch) { return watch->isOver(); }),
            .explains = explains(*foremost(watches)) || hasMore(pace, remark)};
}

BoardRow groupRow(const QString &title, std::span<const WatchRecord *const> watches)
{
    BoardRow row;
    row.name = title;
    if (watches.empty())
        return row;
    std::map<std::pair<int, QString>, qsizetype> counts; // sorted by importance
    for (const auto *watch : watches) {
        constexpr std::array kByWorth{StateRole::Bad, StateRole::Held, StateRole::Working, StateRole::Good,
                                      StateRole::Neutral};
        const auto mark = markOf(watch->verdict);
        const auto worth = std::ranges::find(kByWorth, mark.role) - kByWorth.begin();
        ++counts[{int(worth), mark.word}];
    }
    QStringList outcomes;
    for (const auto &[state, count] : counts)
        outcomes.append(Text::tr("%1 %2").arg(state.second, QLocale().toString(count)));
    const auto state = markOf(foremost(watches)->verdict);
    row.pods = QLocale().toString(qsizetype(watches.size()));
    row.sentence.lead = joinedFacts(outcomes);
    row.role = state.role;
    row.stateText = state.word;
    return row;
}

QString spokenText(const BoardRow &row)
{
    auto text = Text::tr("%1 on %2").arg(row.name, row.instance.name);
    if (!row.environment.name.isEmpty() && row.environment.name != row.instance.name)
        text += u", "_s + row.environment.name;
    if (!row.versions.isEmpty())
        text += u", "_s + row.versions;
    text += u": "_s + row.stateText + u". "_s;
    if (const auto marks = textOf(row.marks); !marks.isEmpty())
        text += marks + u". "_s;
    if (!row.pods.isEmpty())
        text += Text::tr("Pods %1").arg(row.pods) + u". "_s;
    text += row.sentence.joined();
    return row.remark.isEmpty() ? text : text + u". "_s + row.remark;
}

} // namespace lynceus
