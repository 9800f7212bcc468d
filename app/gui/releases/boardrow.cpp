#include "app/gui/releases/boardrow.h"

#include "app/gui/widgets/stagemarks.h"
#include "app/gui/widgets/statemarks.h"
#include "core/domain/board/boardlayout.h"
#include "core/engine/text/shortcause.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("Board", source);
}

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

} // namespace

BoardRow rowOf(const WatchRecord &watch, const InstanceLabel &instance, const QTimeZone &zone)
{
    const auto mark = markOf(watch.verdict);
    return {.name = watch.request.application.name,
            .instance = instance,
            .versions = versionsText(watch),
            .marks = stageMarks(watch.verdict),
            .pods = podsText(watch.verdict.pods),
            .sentence = rowSentence(watch, zone),
            .role = mark.role,
            .stateWord = mark.word,
            .over = watch.isOver(),
            .explains = explains(watch)};
}

BoardRow rowOf(const QString &release, std::span<const WatchRecord *const> watches, const QList<InstanceLabel> &looks,
               const QTimeZone &zone)
{
    std::vector<StageMarks> marks;
    for (const auto *watch : watches)
        marks.push_back(stageMarks(watch->verdict));
    const auto state = markOf(foremost(watches)->verdict);
    const bool sameInstance =
        std::ranges::all_of(looks, [&](const InstanceLabel &look) { return look == looks.front(); });
    return {.name = release,
            .instance = sameInstance ? looks.front() : InstanceLabel{tr("several"), QColor()},
            .versions = versionsText(watches),
            .marks = combinedMarks(marks),
            .pods = podsText(sumOf(watches)),
            .sentence = releaseSentence(watches, zone),
            .role = state.role,
            .stateWord = state.word,
            .over = std::ranges::all_of(watches, [](const WatchRecord *watch) { return watch->isOver(); }),
            .explains = explains(*foremost(watches))};
}

QString spokenText(const BoardRow &row)
{
    auto text = tr("%1 on %2").arg(row.name, row.instance.name);
    if (!row.versions.isEmpty())
        text += u", "_s + row.versions;
    text += u": "_s + row.stateWord + u". "_s;
    if (const auto marks = wordsOf(row.marks); !marks.isEmpty())
        text += marks + u". "_s;
    if (!row.pods.isEmpty())
        text += tr("Pods %1. ").arg(row.pods);
    return text + row.sentence.joined();
}

} // namespace lynceus
