#include "app/gui/detail/detailtext.h"
#include "core/domain/base/facts.h"
#include "core/domain/base/visibletext.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/verdicttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("Evidence", source);
}

/// Others' words: no markup, and nothing hidden.
QString plain(const QString &text)
{
    return visibleLine(text).toHtmlEscaped();
}

QString code(const QString &text)
{
    return text.isEmpty() ? QString() : u"<code>"_s + plain(text) + u"</code>"_s;
}

QString row(const QStringList &cells, const QString &tag)
{
    QString text = u"<tr>"_s;
    for (const auto &cell : cells)
        text += u"<%1 align=\"left\">%2&nbsp;&nbsp;</%1>"_s.arg(tag, cell);
    return text + u"</tr>"_s;
}

QString fact(const QString &name, const QString &html)
{
    return html.isEmpty() ? QString() : row({plain(name), html}, u"td"_s);
}

QString table(const QStringList &head, const QStringList &rows)
{
    return u"<table cellspacing=\"0\" cellpadding=\"3\">"_s + row(head, u"th"_s) + rows.join(QString()) + u"</table>"_s;
}

QString images(const QStringList &names)
{
    QStringList parts;
    for (const auto &name : names)
        parts << code(name);
    return parts.join(u"<br>"_s);
}

QString healthText(const Health &health, const QString &reason)
{
    const auto word = nameOf(health.status);
    return plain(reason == word ? word : joinedFacts({word, reason}));
}

QString workloads(const Evidence &evidence)
{
    QStringList rows;
    for (const auto &workload : evidence.workloads) {
        const auto &pods = workload.pods;
        rows << row(
            {plain(workload.key.kind + u' ' + workload.key.name), images(workload.images),
             healthText(workload.health, {}),
             tr("%1 of %2 ready, %3 updated, %4 old").arg(pods.ready).arg(pods.wanted).arg(pods.updated).arg(pods.old)},
            u"td"_s);
    }
    return rows.isEmpty() ? QString()
                          : u"<h3>"_s + tr("Workloads") + u"</h3>"_s
            + table({tr("Workload"), tr("Images"), tr("Health"), tr("Pods")}, rows);
}

QString pods(const Evidence &evidence)
{
    QStringList rows;
    for (const auto &pod : evidence.pods)
        rows << row({plain(pod.name), images(pod.images), healthText(pod.health, pod.reason)}, u"td"_s);
    return rows.isEmpty() ? QString()
                          : u"<h3>"_s + tr("Pods") + u"</h3>"_s + table({tr("Pod"), tr("Images"), tr("Health")}, rows);
}

QString notes(const Verdict &verdict)
{
    QString text;
    for (const auto &note : verdict.notes)
        text += u"<li>"_s + plain(noteText(note)) + u"</li>"_s;
    return text.isEmpty() ? QString() : u"<h3>"_s + tr("Notes") + u"</h3><ul>"_s + text + u"</ul>"_s;
}

QString cut(const DetailSubject &subject)
{
    return subject.isEvidenceCut ? u"<p>"_s
            + tr("This evidence is incomplete. The page of the task on the team server shows all of it.") + u"</p>"_s
                                 : QString();
}

QString facts(const DetailSubject &subject, Instant now, const QTimeZone &zone)
{
    const auto &watch = *subject.watch;
    const auto &verdict = watch.verdict;
    const auto &evidence = verdict.evidence;
    QString text = fact(tr("Outcome"), plain(outcomeText(verdict.outcome)));
    if (!isStateAlone(watch))
        text += fact(tr("Stage"), plain(stageText(verdict.stage)));
    text += fact(tr("Expected"), code(expectedText(watch.expectation)));
    text += fact(tr("Before"), images(watch.oldImages));
    if (evidence.observedAt != Instant{})
        text += fact(tr("Observed"), plain(momentText(evidence.observedAt, now, zone)));
    if (verdict.decidedAt)
        text += fact(tr("Decided"), plain(momentText(*verdict.decidedAt, now, zone)));
    text += fact(tr("Revision"), images(evidence.revisions));
    if (subject.commit)
        text += fact(tr("Commit"), plain(commitLine(subject, now, zone)));
    return u"<table cellspacing=\"0\" cellpadding=\"3\">"_s + text + u"</table>"_s;
}

} // namespace

QString evidenceHtml(const DetailSubject &subject, Instant now, const QTimeZone &zone)
{
    if (!subject.watch)
        return {};
    const auto &verdict = subject.watch->verdict;
    return u"<p><b>"_s + plain(watchSentence(*subject.watch, zone)) + u"</b></p>"_s + facts(subject, now, zone)
        + cut(subject) + workloads(verdict.evidence) + pods(verdict.evidence) + notes(verdict);
}

} // namespace lynceus
