#include "app/serve/pages/verdicthtml.h"

#include "app/serve/pages/pagehtml.h"
#include "core/engine/text/verdicttext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString section(const QString &title, const QString &html)
{
    return html.isEmpty() ? QString() : u"<h2>%1</h2>\n"_s.arg(title) + html + u'\n';
}

QString table(const QStringList &columns, const QString &rows)
{
    if (rows.isEmpty())
        return {};
    QString head;
    for (const auto &column : columns)
        head += u"<th scope=\"col\">"_s + column + u"</th>"_s;
    return u"<div class=\"scroll\"><table>\n<thead><tr>"_s + head + u"</tr></thead>\n<tbody>\n"_s + rows
        + u"</tbody>\n</table></div>\n"_s;
}

QString cell(const QString &html)
{
    return u"<td>"_s + html + u"</td>"_s;
}

QString codes(const QStringList &texts)
{
    QStringList html;
    for (const auto &text : texts)
        html += u"<code>"_s + escaped(text) + u"</code>"_s;
    return html.join(u"<br>"_s);
}

QString notice(const QString &style, const QString &text, const QString &remedy = {})
{
    const auto more = remedy.isEmpty() ? QString() : u"<p class=\"muted\">To do: "_s + escaped(remedy) + u"</p>"_s;
    return u"<div class=\"notice"_s + style + u"\"><p>"_s + escaped(text) + u"</p>"_s + more + u"</div>\n"_s;
}

QString troublesHtml(const WatchRecord &record)
{
    const auto &verdict = record.verdict;
    QString html;
    if (verdict.cause)
        html += notice(u" cause"_s, causeText(*verdict.cause, record.expectation));
    if (isHeldUp(verdict))
        html += notice({}, blockerText(*verdict.blocker), remedyText(*verdict.blocker));
    for (const auto &note : verdict.notes)
        html += notice({}, u"Note: "_s + noteText(note));
    return html;
}

QString stagesHtml(const WatchRecord &record)
{
    QString html;
    const auto now = record.verdict.stage;
    for (const auto stage : {Stage::Noticed, Stage::Applied, Stage::Rolling, Stage::Running, Stage::Stable}) {
        if (stage == Stage::Stable && record.expectation.bake <= Duration{0})
            continue;
        const auto &reachedAt = record.stageReachedAt[static_cast<std::size_t>(stage)];
        const auto attributes = stage == now ? u" aria-current=\"step\""_s
            : stage < now                    ? u" class=\"reached\""_s
                                             : u""_s;
        html += u"<li"_s + attributes + u'>' + escaped(stageText(stage)) + u"<small>"_s
            + (reachedAt ? timeHtml(*reachedAt) : u"not reached"_s) + u"</small></li>"_s;
    }
    return u"<ol class=\"stages\">"_s + html + u"</ol>"_s;
}

QString workloadsHtml(const Evidence &evidence, const ApplicationKey &application)
{
    QString rows;
    for (const auto &workload : evidence.workloads) {
        const auto &pods = workload.pods;
        rows += u"<tr><th scope=\"row\">"_s + escaped(resourceText(workload.key, application)) + u"</th>"_s
            + cell(codes(workload.images))
            + cell(escaped(u"%1 of %2 ready, %3 old"_s.arg(pods.ready).arg(pods.wanted).arg(pods.old))) + u"</tr>\n"_s;
    }
    return table({u"Workload"_s, u"Images"_s, u"Pods"_s}, rows);
}

QString podsHtml(const Evidence &evidence)
{
    QString rows;
    for (const auto &pod : evidence.pods)
        rows += u"<tr><th scope=\"row\">"_s + escaped(pod.name) + u"</th>"_s + cell(codes(pod.images))
            + cell(escaped(pod.reason)) + u"</tr>\n"_s;
    return table({u"Pod"_s, u"Images"_s, u"Reason"_s}, rows);
}

QString timelineHtml(const std::vector<TimelineEntry> &timeline, const ApplicationKey &application)
{
    QString rows;
    for (const auto &entry : timeline) {
        const auto state = entry.text.isEmpty() ? u"lifted"_s : entry.text;
        const auto images = entry.images.isEmpty() ? QString() : u"<br>"_s + codes(entry.images);
        rows += u"<tr>"_s + cell(timeHtml(entry.at)) + cell(escaped(nameOf(entry.kind)))
            + cell(escaped(resourceText(entry.resource, application))) + cell(escaped(state) + images) + u"</tr>\n"_s;
    }
    return table({u"Time"_s, u"What"_s, u"Resource"_s, u"State"_s}, rows);
}

} // namespace

QString verdictHtml(const StoredTask &stored)
{
    const auto &record = stored.watch.record;
    const auto &evidence = record.verdict.evidence;
    const auto &application = record.expectation.application;
    // For a deployed task, the reason repeats the notes below.
    const auto reason = stored.task.state == TaskState::Deployed ? QString() : stored.task.reason;
    const auto lead = reason.isEmpty() ? sentence(record.verdict, record.expectation) : reason;
    return u"<p class=\"lead\">"_s + escaped(lead) + u"</p>\n"_s + troublesHtml(record)
        + section(u"Stages"_s, stagesHtml(record)) + section(u"Evidence"_s, workloadsHtml(evidence, application))
        + section(u"Pods"_s, podsHtml(evidence))
        + section(u"Timeline"_s, timelineHtml(stored.watch.timeline, application));
}

} // namespace lynceus
