#include "core/engine/text/verdicttext.h"

#include "app/cli/applications/inspection.h"
#include "app/cli/output/applications/statusprinter.h"
#include "app/cli/output/watches/verdictprinter.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostLogLines = 10; // last lines of a container; the whole log is in Argo CD

Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Deployed:
        return Tone::Good;
    case Outcome::Failed:
    case Outcome::Aborted:
    case Outcome::Gone:
    case Outcome::SignInNeeded:
        return Tone::Bad;
    case Outcome::TimedOut:
    case Outcome::Superseded:
    case Outcome::Cancelled:
    case Outcome::Waiting:
        break;
    }
    return Tone::Doubtful;
}

QString workloadText(const WorkloadEvidence &workload)
{
    auto text = workload.key.kind + u' ' + workload.key.name;
    if (workload.health.status != HealthStatus::None)
        text += u", "_s + nameOf(workload.health.status);
    text += u", %1 of %2 pods ready"_s.arg(workload.pods.ready).arg(workload.pods.wanted);
    if (workload.pods.old > 0)
        text += u", %1 old left"_s.arg(workload.pods.old);
    return text;
}

QString logText(const std::vector<LogLine> &lines)
{
    QString text;
    const auto count = qsizetype(lines.size());
    for (qsizetype i = std::max<qsizetype>(0, count - kMostLogLines); i < count; ++i)
        text += factLine(text.isEmpty() ? u"log"_s : QString(), lines[std::size_t(i)].content);
    return text;
}

/// The server's text about its task, with each line indented.
QString taskText(const ServedTask &task)
{
    if (task.id.isEmpty())
        return {};
    QString text;
    for (const auto &line : task.reason.split(u'\n', Qt::SkipEmptyParts))
        text += factLine(text.isEmpty() ? u"reason"_s : QString(), line);
    return text + factLine(u"task"_s, task.id);
}

QString namesOf(const std::vector<ApplicationKey> &keys)
{
    QStringList names;
    for (const auto &key : keys)
        names += qualifiedName(key);
    return names.join(u", "_s);
}

} // namespace

QString parentText(const ParentReport &parent, const TextStyle &style)
{
    const auto count = parent.children.size();
    const auto subject = nameOf(parent.kind) + u' ' + parent.key.name;
    auto text = toned(count == 1 ? subject + u" has 1 application in this release."_s
                                 : subject + u" has %1 applications in this release."_s.arg(count),
                      Tone::Plain, style)
        + u'\n';
    if (!parent.children.empty())
        text += factLine(u"watched"_s, namesOf(parent.children));
    if (!parent.leftOut.empty())
        text += factLine(u"left out"_s, namesOf(parent.leftOut) + u" (they use none of the images)"_s);
    if (parent.isByOwner)
        text += factLine(u"note"_s,
                         u"the ApplicationSet cannot be read: applications that are not visible to this account are "
                         "not included"_s);
    if (parent.blocker)
        text += factLine(u"waiting"_s, blockerText(*parent.blocker));
    return text;
}

QString verdictText(const WatchReport &report, const TextStyle &style)
{
    const auto &verdict = report.verdict;
    const auto &expectation = report.expectation;
    auto text = toned(sentence(verdict, expectation), toneOf(verdict.outcome), style) + u'\n';
    text += factLine(u"application"_s, qualifiedName(expectation.application));
    text += factLine(expectation.version.isImages() ? u"image"_s : u"version"_s, expectedText(expectation));
    text += factLine(u"stages"_s,
                     stageSigns(verdict) + u' ' + stageText(verdict.stage) + u", after "_s
                         + formatDuration(elapsed(report)));
    const auto commit = commitText(verdict.evidence.revisions, report.commit, style);
    if (!commit.isEmpty())
        text += factLine(u"revision"_s, commit);
    for (const auto &workload : verdict.evidence.workloads)
        text += factLine(u"workload"_s, workloadText(workload));
    for (const auto &note : verdict.notes)
        text += factLine(u"note"_s, noteText(note));
    if (verdict.outcome != Outcome::Deployed)
        text += logText(report.logLines);
    if (report.task)
        text += taskText(*report.task);
    return text + factLine(u"url"_s, report.url.toString(QUrl::FullyEncoded));
}

} // namespace lynceus
