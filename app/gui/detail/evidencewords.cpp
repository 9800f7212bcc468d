#include "app/gui/detail/detailwords.h"
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

QString code(const QString &text)
{
    return text.isEmpty() ? QString() : u"<code>"_s + text.toHtmlEscaped() + u"</code>"_s;
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
    return html.isEmpty() ? QString() : row({name.toHtmlEscaped(), html}, u"td"_s);
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
    return (reason.isEmpty() || reason == word ? word : word + u" · "_s + reason).toHtmlEscaped();
}

QString workloads(const Evidence &evidence)
{
    QStringList rows;
    for (const auto &workload : evidence.workloads) {
        const auto &pods = workload.pods;
        rows << row(
            {(workload.key.kind + u' ' + workload.key.name).toHtmlEscaped(), images(workload.images),
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
        rows << row({pod.name.toHtmlEscaped(), images(pod.images), healthText(pod.health, pod.reason)}, u"td"_s);
    return rows.isEmpty() ? QString()
                          : u"<h3>"_s + tr("Pods") + u"</h3>"_s + table({tr("Pod"), tr("Images"), tr("Health")}, rows);
}

QString notes(const Verdict &verdict)
{
    QString text;
    for (const auto &note : verdict.notes)
        text += u"<li>"_s + noteText(note).toHtmlEscaped() + u"</li>"_s;
    return text.isEmpty() ? QString() : u"<h3>"_s + tr("Notes") + u"</h3><ul>"_s + text + u"</ul>"_s;
}

QString facts(const DetailSubject &subject, Instant now, const QTimeZone &zone)
{
    const auto &watch = *subject.watch;
    const auto &verdict = watch.verdict;
    const auto &evidence = verdict.evidence;
    QString text = fact(tr("Outcome"), outcomeText(verdict.outcome).toHtmlEscaped());
    text += fact(tr("Stage"), stageText(verdict.stage).toHtmlEscaped());
    text += fact(tr("Expected"), code(imagesText(watch.expectation.images)));
    text += fact(tr("Before"), images(watch.oldImages));
    if (evidence.observedAt != Instant{})
        text += fact(tr("Observed"), momentText(evidence.observedAt, now, zone).toHtmlEscaped());
    if (verdict.decidedAt)
        text += fact(tr("Decided"), momentText(*verdict.decidedAt, now, zone).toHtmlEscaped());
    text += fact(tr("Revision"), images(evidence.revisions));
    if (subject.commit)
        text += fact(tr("Commit"), commitLine(subject, now, zone).toHtmlEscaped());
    return u"<table cellspacing=\"0\" cellpadding=\"3\">"_s + text + u"</table>"_s;
}

} // namespace

QString evidenceHtml(const DetailSubject &subject, Instant now, const QTimeZone &zone)
{
    if (!subject.watch)
        return {};
    const auto &verdict = subject.watch->verdict;
    return u"<p><b>"_s + sentence(verdict, subject.watch->expectation, zone).toHtmlEscaped() + u"</b></p>"_s
        + facts(subject, now, zone) + workloads(verdict.evidence) + pods(verdict.evidence) + notes(verdict);
}

} // namespace lynceus
