#include "app/cli/output/applications/explanation.h"
#include "app/cli/output/applications/statusprinter.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/deploymenttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kLabelWidth = 12; // columns: the longest label and a space

QString sourceText(const ApplicationSource &source)
{
    auto text = source.repoUrl;
    if (!source.chart.isEmpty())
        text += u" chart "_s + source.chart;
    else if (!source.path.isEmpty() && source.path != "."_L1)
        text += u" path "_s + source.path;
    return source.targetRevision.isEmpty() ? text : text + u" at "_s + source.targetRevision;
}

QString operationText(const Application &application, const TextStyle &style)
{
    if (!application.operationState)
        return application.pendingOperation ? u"pending"_s : u"none yet"_s;
    const auto &operation = *application.operationState;
    auto text = nameOf(operation.phase);
    const bool isBad = operation.phase == OperationPhase::Failed || operation.phase == OperationPhase::Error;
    text = toned(text, isBad ? Tone::Bad : Tone::Plain, style);
    if (const auto at = operation.finishedAt ? operation.finishedAt : operation.startedAt)
        text += u", "_s + timeText(*at, style);
    if (!operation.initiatedBy.isEmpty())
        text += u", by "_s + visibleLine(operation.initiatedBy);
    else if (operation.automated)
        text += u", automatic"_s;
    if (operation.retryCount > 0)
        text += u", retry %1"_s.arg(operation.retryCount);
    return text;
}

QString resourceLine(const ManagedResourceStatus &resource, const TextStyle &style)
{
    const auto health = healthText(resource.health);
    const auto sync = resource.hook ? u"hook"_s : nameOf(resource.sync);
    return u"  %1  %2  %3\n"_s.arg(sync.leftJustified(9),
                                   toned(health.leftJustified(13), toneOf(resource.health.status), style),
                                   visibleLine(resource.key.kind + u' ' + resource.key.name));
}

QString headLines(const Inspection &inspection, const TextStyle &style)
{
    const auto &application = *inspection.application;
    auto text = toned(qualifiedName(inspection.key), Tone::Strong, style) + u'\n';
    text += factLine(u"project"_s, application.project);
    const auto health = application.health.message.isEmpty()
        ? healthText(application.health)
        : healthText(application.health) + u": "_s + application.health.message;
    text += tonedFactLine(u"health"_s, toned(health, toneOf(application.health.status), style));
    auto sync = nameOf(application.sync);
    if (!application.autoSync)
        sync += u" (auto-sync is off)"_s;
    text += factLine(u"sync"_s, sync);
    const auto commit = commitText(application.revisions, inspection.commit, style);
    if (!commit.isEmpty())
        text += factLine(u"revision"_s, commit);
    return text;
}

} // namespace

QString factLine(const QString &label, const QString &text)
{
    return tonedFactLine(label, visibleLine(text));
}

QString tonedFactLine(const QString &label, const QString &text)
{
    return u"  "_s + label.leftJustified(kLabelWidth) + text + u'\n';
}

QString commitText(const QStringList &revisions, const std::optional<RevisionMetadata> &commit, const TextStyle &style)
{
    QStringList shortened;
    std::ranges::transform(revisions, std::back_inserter(shortened), shortCommit);
    auto text = visibleLine(shortened.join(u", "_s));
    if (!commit)
        return text;
    const auto firstLine = visibleLine(commit->message.trimmed().section(u'\n', 0, 0).trimmed());
    if (!firstLine.isEmpty())
        text += u" \"%1\""_s.arg(firstLine);
    // "Jane Doe <jane@acme.example>": show only the name.
    const auto author = visibleLine(commit->author.section(u" <"_s, 0, 0).trimmed());
    if (!author.isEmpty())
        text += u" by "_s + author;
    if (commit->date)
        text += u", "_s + timeText(*commit->date, style);
    return text.trimmed();
}

QString statusText(const Inspection &inspection, const Diagnosis &diagnosis, const TextStyle &style)
{
    const auto &application = *inspection.application;
    auto text = headLines(inspection, style);
    if (diagnosis.cause || diagnosis.blocker)
        text += tonedFactLine(
            u"now"_s,
            toned(diagnosisSentence(inspection, diagnosis), diagnosis.cause ? Tone::Bad : Tone::Doubtful, style));
    text += tonedFactLine(u"operation"_s, operationText(application, style));
    if (application.operationState && !application.operationState->message.isEmpty()
        && application.operationState->phase != OperationPhase::Succeeded)
        text += factLine({}, application.operationState->message.simplified());
    for (const auto &source : application.sources)
        text += factLine(u"source"_s, sourceText(source));
    for (const auto &image : application.summaryImages)
        text += factLine(u"image"_s, image);
    for (const auto &condition : application.conditions)
        text += tonedFactLine(u"condition"_s,
                              toned(condition.type + u": "_s + condition.message.simplified(),
                                    condition.type.endsWith("Error"_L1) ? Tone::Bad : Tone::Doubtful, style));
    for (const auto &url : application.externalUrls)
        text += factLine(u"serves"_s, url);
    text += factLine(u"url"_s, inspection.url.toString(QUrl::FullyEncoded));
    if (!application.resources.empty())
        text += u"\n"_s;
    for (const auto &resource : application.resources)
        text += resourceLine(resource, style);
    return text;
}

} // namespace lynceus
