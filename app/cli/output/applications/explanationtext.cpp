#include "app/cli/output/applications/explanation.h"
#include "app/cli/output/applications/statusprinter.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/verdicttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kMostEvents = 5; // the newest ones; older ones repeat them

QString withFullStop(QString text)
{
    text = visibleLine(text).simplified();
    return text.endsWith(u'.') ? text : text + u'.';
}

QString wellSentence(const Inspection &inspection, const Diagnosis &diagnosis)
{
    auto text = qualifiedName(inspection.key) + u" is healthy"_s;
    if (diagnosis.verdict.outcome == Outcome::Deployed)
        text += u": it runs "_s + imagesText(diagnosis.expectation.images);
    const auto &pods = diagnosis.verdict.pods;
    if (pods.wanted > 0)
        text += u", %1 of %2 pods ready"_s.arg(pods.ready).arg(pods.wanted);
    return text + u", "_s + nameOf(inspection.application->sync);
}

QString progressSentence(const Inspection &inspection, const Diagnosis &diagnosis)
{
    auto text = qualifiedName(inspection.key) + u" is not ready yet: "_s + healthText(inspection.application->health)
        + u", "_s + nameOf(inspection.application->sync);
    const auto pods = podCountsText(diagnosis.verdict.pods);
    return pods.isEmpty() ? text : text + u"; "_s + pods;
}

/// "Deployment shop-web › ReplicaSet shop-web-57 › Pod shop-web-57-x".
QString pathTo(const ResourceTree &tree, int index)
{
    QStringList names;
    for (int at = index; at >= 0 && names.size() < 8; at = tree.nodes[std::size_t(at)].parent) {
        const auto &key = tree.nodes[std::size_t(at)].key;
        names.prepend(key.kind + u' ' + key.name);
    }
    return names.join(u" › "_s);
}

QString resourceFacts(const Inspection &inspection, const ResourceKey &resource, const TextStyle &style)
{
    const int index = inspection.tree ? inspection.tree->indexOf(resource) : -1;
    if (index < 0)
        return resource.kind.isEmpty() ? QString() : factLine(u"resource"_s, resource.kind + u' ' + resource.name);
    const auto &node = inspection.tree->nodes[std::size_t(index)];
    auto text = factLine(u"resource"_s, pathTo(*inspection.tree, index));
    QStringList state{healthText(node.health), node.statusReason};
    if (node.containers)
        state << u"%1/%2 containers ready"_s.arg(node.readyContainers.value_or(0)).arg(*node.containers);
    if (node.restarts > 0)
        state << u"%1 restarts"_s.arg(node.restarts);
    if (!node.node.isEmpty())
        state << u"on node "_s + node.node;
    state.removeAll(QString());
    text += tonedFactLine(u"state"_s, toned(state.join(u", "_s), toneOf(node.health.status), style));
    if (!node.health.message.isEmpty())
        text += factLine(u"message"_s, node.health.message.simplified());
    return text;
}

QString eventLine(const ResourceEvent &event, const TextStyle &style)
{
    QString text = event.last ? clockText(*event.last, style) + u' ' : QString();
    text += event.reason;
    if (event.count > 1)
        text += u" (%1 times)"_s.arg(event.count);
    return text + u": "_s + event.message.simplified();
}

} // namespace

QString diagnosisSentence(const Inspection &inspection, const Diagnosis &diagnosis)
{
    if (diagnosis.cause) {
        auto text = causeText(*diagnosis.cause, diagnosis.expectation);
        const auto pods = podCountsText(diagnosis.verdict.pods);
        return withFullStop(pods.isEmpty() ? text : text + u"; "_s + pods);
    }
    if (diagnosis.blocker) {
        const auto remedy = remedyText(*diagnosis.blocker);
        const auto text = blockerText(*diagnosis.blocker);
        return withFullStop(remedy.isEmpty() ? text : text + u": "_s + remedy);
    }
    return withFullStop(diagnosis.isWell ? wellSentence(inspection, diagnosis)
                                         : progressSentence(inspection, diagnosis));
}

QString explanationText(const Inspection &inspection, const Diagnosis &diagnosis, const TextStyle &style)
{
    const auto tone = diagnosis.isWell ? Tone::Good : diagnosis.cause ? Tone::Bad : Tone::Doubtful;
    auto text = toned(diagnosisSentence(inspection, diagnosis), tone, style) + u'\n';
    text += factLine(u"application"_s,
                     qualifiedName(inspection.key) + u", "_s + healthText(inspection.application->health) + u", "_s
                         + nameOf(inspection.application->sync));
    if (!diagnosis.expectation.images.empty())
        text += factLine(u"wanted"_s, imagesText(diagnosis.expectation.images));
    const auto commit = commitText(inspection.application->revisions, inspection.commit, style);
    if (!commit.isEmpty())
        text += factLine(u"revision"_s, commit);
    if (diagnosis.cause)
        text += resourceFacts(inspection, diagnosis.cause->resource, style);
    else if (diagnosis.blocker)
        text += resourceFacts(inspection, diagnosis.blocker->resource, style);
    const auto skipped = diagnosis.events.size() - std::min(diagnosis.events.size(), kMostEvents);
    for (std::size_t i = skipped; i < diagnosis.events.size(); ++i)
        text += factLine(u"event"_s, eventLine(diagnosis.events[i], style));
    for (const auto &line : diagnosis.log)
        text += factLine(u"log"_s, line.content);
    if (!diagnosis.logError.isEmpty())
        text += factLine(u"log"_s, u"cannot be read: "_s + diagnosis.logError);
    for (const auto &note : diagnosis.verdict.notes)
        text += factLine(u"note"_s, noteText(note));
    for (const auto &error : {inspection.treeError, inspection.managedError}) {
        if (error)
            text += factLine(u"not read"_s, error->asked + u": "_s + error->message);
    }
    return text + factLine(u"url"_s, inspection.url.toString(QUrl::FullyEncoded));
}

} // namespace lynceus
