#include "app/gui/detail/detailtext.h"
#include "core/domain/teamserver/taskwatch.h"
#include "core/domain/text/facts.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/verdicttext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

/// Foreign text: escapes markup and handles hidden characters.
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
        rows << row({plain(workload.key.kind + u' ' + workload.key.name), images(workload.images),
                     healthText(workload.health, {}),
                     Text::tr("%1 of %2 ready, %3 updated, %4 old")
                         .arg(pods.ready)
                         .arg(pods.wanted)
                         .arg(pods.updated)
                         .arg(pods.old)},
                    u"td"_s);
    }
    return rows.isEmpty() ? QString()
                          : u"<h3>"_s + Text::tr("Workloads") + u"</h3>"_s
            + table({Text::tr("Workload"), Text::tr("Images"), Text::tr("Health"), Text::tr("Pods")}, rows);
}

QString pods(const Evidence &evidence)
{
    QStringList rows;
    for (const auto &pod : evidence.pods)
        rows << row({plain(pod.name), images(pod.images), healthText(pod.health, pod.reason)}, u"td"_s);
    return rows.isEmpty() ? QString()
                          : u"<h3>"_s + Text::tr("Pods") + u"</h3>"_s
            + table({Text::tr("Pod"), Text::tr("Images"), Text::tr("Health")}, rows);
}

QString log(const WatchRecord &watch)
{
    if (watch.logLines.isEmpty())
        return {};
    QStringList lines;
    std::ranges::transform(watch.logLines, std::back_inserter(lines), plain);
    return u"<h3>"_s + plain(Text::tr("Last log lines of pod %1").arg(watch.logPod)) + u"</h3><pre>"_s
        + lines.join(u'\n') + u"</pre>"_s;
}

QString notes(const Verdict &verdict)
{
    QString text;
    for (const auto &note : verdict.notes)
        text += u"<li>"_s + plain(noteText(note)) + u"</li>"_s;
    return text.isEmpty() ? QString() : u"<h3>"_s + Text::tr("Notes") + u"</h3><ul>"_s + text + u"</ul>"_s;
}

QString cut(const DetailSubject &subject)
{
    return subject.isEvidenceCut
        ? u"<p>"_s + Text::tr("This evidence is incomplete. The page of the task on the team server shows all of it.")
            + u"</p>"_s
        : QString();
}

QString facts(const DetailSubject &subject, Instant now, const QTimeZone &zone)
{
    const auto &watch = *subject.watch;
    const auto &verdict = watch.verdict;
    const auto &evidence = verdict.evidence;
    QString text = fact(Text::tr("Outcome"), plain(outcomeText(verdict.outcome)));
    if (!isStateAlone(watch))
        text += fact(Text::tr("Stage"), plain(stageText(verdict.stage)));
    text += fact(Text::tr("Expected"), code(expectedText(watch.expectation)));
    text += fact(Text::tr("Before"), images(watch.oldImages));
    if (evidence.observedAt != Instant{})
        text += fact(Text::tr("Observed"), plain(momentText(evidence.observedAt, now, zone)));
    if (verdict.decidedAt)
        text += fact(Text::tr("Decided"), plain(momentText(*verdict.decidedAt, now, zone)));
    text += fact(Text::tr("Revision"), images(evidence.revisions));
    if (subject.commit)
        text += fact(Text::tr("Commit"), plain(commitLine(subject, now, zone)));
    return u"<table cellspacing=\"0\" cellpadding=\"3\">"_s + text + u"</table>"_s;
}

} // namespace

QString evidenceHtml(const DetailSubject &subject, Instant now, const QTimeZone &zone)
{
    if (!subject.watch)
        return {};
    const auto &verdict = subject.watch->verdict;
    return u"<p><b>"_s + plain(watchSentence(*subject.watch, zone)) + u"</b></p>"_s + facts(subject, now, zone)
        + cut(subject) + log(*subject.watch) + workloads(verdict.evidence) + pods(verdict.evidence) + notes(verdict);
}

} // namespace lynceus
