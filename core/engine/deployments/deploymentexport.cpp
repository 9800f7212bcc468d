#include "core/engine/deployments/deploymentexport.h"

#include "core/domain/text/csv.h"
#include "core/domain/text/visibletext.h"
#include "core/domain/time/zonedtime.h"
#include "core/engine/text/deploymenttext.h"
#include "core/engine/text/markdowntext.h"
#include "core/engine/text/wording.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const std::optional<Instant> &at)
{
    return at ? QJsonValue(formatRfc3339(*at)) : QJsonValue();
}

std::optional<qint64> secondsOf(const Deployment &deployment)
{
    if (!deployment.endedAt)
        return std::nullopt;
    return std::chrono::floor<std::chrono::seconds>(*deployment.endedAt - deployment.startedAt).count();
}

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// The evidence for the outcome.
QString proofText(Deployment::Proof proof)
{
    switch (proof) {
    case Deployment::Proof::Watched:
        return Text::tr("watched: pods and manifests were checked");
    case Deployment::Proof::Observed:
        return Text::tr("observed: from the application's sync status, health and images");
    case Deployment::Proof::Reconstructed:
        return Text::tr("reconstructed: read afterwards from the application's history");
    }
    Q_UNREACHABLE();
}

QJsonArray imagesJson(const std::vector<ImageChange> &images)
{
    QJsonArray array;
    for (const auto &change : images) {
        array.append(QJsonObject{{u"repository"_s, change.repository},
                                 {u"from"_s, textOrNull(versionText(change.from, false))},
                                 {u"to"_s, versionText(change.to, false)},
                                 {u"hook"_s, change.isHook}});
    }
    return array;
}

QJsonObject fromToJson(const QJsonValue &from, const QJsonValue &to)
{
    return {{u"from"_s, from}, {u"to"_s, to}};
}

/// A string for one source, an array for several.
QJsonValue revisionsJson(const QStringList &revisions)
{
    if (revisions.isEmpty())
        return {};
    return revisions.size() == 1 ? QJsonValue(revisions.front()) : QJsonValue(QJsonArray::fromStringList(revisions));
}

QJsonValue commitJson(const std::optional<RevisionMetadata> &commit)
{
    if (!commit)
        return {};
    return QJsonObject{
        {u"author"_s, commit->author}, {u"message"_s, commit->message}, {u"date"_s, timeOrNull(commit->date)}};
}

QJsonValue causeJson(const Deployment &deployment)
{
    if (deployment.cause.isEmpty() && deployment.message.isEmpty())
        return {};
    return QJsonObject{{u"kind"_s, textOrNull(deployment.cause)}, {u"message"_s, textOrNull(deployment.message)}};
}

QJsonObject rowJson(const Deployment &deployment, const InstanceNames &instances)
{
    const auto &application = deployment.application;
    const auto seconds = secondsOf(deployment);
    return {{u"instance"_s, instances.nameOf(application.instance)},
            {u"application"_s,
             QJsonObject{{u"namespace"_s, application.nameSpace},
                         {u"name"_s, application.name},
                         {u"project"_s, deployment.project}}},
            {u"kind"_s, nameOf(deployment.kind)},
            {u"images"_s, imagesJson(deployment.images)},
            {u"chart"_s,
             deployment.chartTo.isEmpty()
                 ? QJsonValue()
                 : QJsonValue(fromToJson(textOrNull(deployment.chartFrom), deployment.chartTo))},
            {u"revision"_s, fromToJson(revisionsJson(deployment.revisionsFrom), revisionsJson(deployment.revisionsTo))},
            {u"actor"_s,
             QJsonObject{{u"kind"_s, nameOf(deployment.actor.kind)}, {u"name"_s, textOrNull(deployment.actor.name)}}},
            {u"commit"_s, commitJson(deployment.commit)},
            {u"startedAt"_s, formatRfc3339(deployment.startedAt)},
            {u"endedAt"_s, timeOrNull(deployment.endedAt)},
            {u"seconds"_s, seconds ? QJsonValue(*seconds) : QJsonValue()},
            {u"outcome"_s, nameOf(deployment.outcome)},
            {u"cause"_s, causeJson(deployment)},
            {u"proof"_s, nameOf(deployment.proof)},
            {u"rule"_s, textOrNull(deployment.rule)},
            {u"watch"_s, textOrNull(deployment.watch)}};
}

} // namespace

QJsonArray deploymentArray(const std::vector<Deployment> &deployments, const InstanceNames &instances)
{
    QJsonArray array;
    for (const auto &deployment : deployments)
        array.append(rowJson(deployment, instances));
    return array;
}

QByteArray deploymentJson(const std::vector<Deployment> &deployments, const InstanceNames &instances)
{
    return visibleJson(QJsonDocument(deploymentArray(deployments, instances)).toJson());
}

QByteArray deploymentCsv(const std::vector<Deployment> &deployments, const InstanceNames &instances)
{
    QByteArray text = "startedAt,endedAt,seconds,instance,namespace,application,project,kind,change,revisionFrom,"
                      "revisionTo,actor,actorName,outcome,proof,cause,message,author,commit,watch,rule\r\n";
    for (const auto &deployment : deployments) {
        const auto &application = deployment.application;
        const auto seconds = secondsOf(deployment);
        appendCsvRow(text,
                     {formatRfc3339(deployment.startedAt),
                      deployment.endedAt ? formatRfc3339(*deployment.endedAt) : QString(),
                      seconds ? QString::number(*seconds) : QString(),
                      instances.nameOf(application.instance),
                      application.nameSpace,
                      application.name,
                      deployment.project,
                      nameOf(deployment.kind),
                      changeColumn(deployment),
                      deployment.revisionsFrom.join(u' '),
                      deployment.revisionsTo.join(u' '),
                      nameOf(deployment.actor.kind),
                      deployment.actor.name,
                      nameOf(deployment.outcome),
                      nameOf(deployment.proof),
                      deployment.cause,
                      deployment.message,
                      deployment.commit ? deployment.commit->author : QString(),
                      deployment.commit ? deployment.commit->message : QString(),
                      deployment.watch,
                      deployment.rule});
    }
    return text;
}

QString deploymentMarkdown(const Deployment &deployment, const InstanceNames &instances, const QTimeZone &zone)
{
    const auto time = [&zone](Instant at) {
        return markdownPlain(withTimesIn(formatRfc3339(at), zone)); // with zone, because reports are shared
    };
    const auto name = deployment.application.name;
    auto text = u"### %1\n\n"_s.arg(Text::tr("%1 on %2: %3", "application, instance, outcome")
                                        .arg(markdownPlain(name),
                                             markdownPlain(instances.nameOf(deployment.application.instance)),
                                             textOf(nameOf(deployment.outcome))));
    if (const auto cause = causeText(deployment); !cause.isEmpty())
        text += markdownPlain(cause) + u"\n\n"_s;
    MarkdownTable table({Text::tr("Fact"), Text::tr("Value")});
    const auto add = [&table](const QString &fact, const QString &value) {
        if (!value.isEmpty())
            table.add({fact, markdownPlain(value)});
    };
    add(Text::tr("Change"), changeText(deployment));
    add(Text::tr("Images"), wholeChangeText(deployment));
    add(Text::tr("Project"), deployment.project);
    add(Text::tr("Started by"), translatedActorText(deployment.actor));
    add(Text::tr("Revision"), deployment.revisionsTo.join(u' '));
    if (deployment.commit) {
        add(Text::tr("Commit"), deployment.commit->message);
        add(Text::tr("Author"), deployment.commit->author);
    }
    table.add({Text::tr("Began"), time(deployment.startedAt)});
    if (deployment.endedAt) {
        table.add({Text::tr("Ended"), time(*deployment.endedAt)});
        add(Text::tr("Took"), durationText(*deployment.endedAt - deployment.startedAt));
    }
    add(Text::tr("Proof"), proofText(deployment.proof));
    add(Text::tr("Follow rule"), deployment.rule);
    add(Text::tr("Watch"), deployment.watch);
    text += table.text();
    if (const auto page = instances.pageOf(deployment.application); !page.isEmpty())
        text += u"[%1](%2)\n"_s.arg(Text::tr("Open in Argo CD"),
                                    // Parentheses would end the link.
                                    page.toString(QUrl::FullyEncoded).replace(u'(', "%28"_L1).replace(u')', "%29"_L1));
    return text;
}

} // namespace lynceus
