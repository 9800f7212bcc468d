#include "app/cli/output/deploymentlist.h"

#include "core/domain/base/csv.h"
#include "core/domain/base/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kColumns = 8;
constexpr std::array<const char *, kColumns> kHeads{"STARTED", "APPLICATION", "CHANGE", "ACTOR",
                                                    "TOOK",    "OUTCOME",     "PROOF",  "CAUSE"};
constexpr std::size_t kOutcome = 5;
constexpr int kLeastCause = 12; // columns; narrower than that, lines may wrap

using Cells = std::array<QString, kColumns>;

Tone toneOf(Deployment::Outcome outcome)
{
    switch (outcome) {
    case Deployment::Outcome::Deployed:
        return Tone::Good;
    case Deployment::Outcome::Failed:
    case Deployment::Outcome::TimedOut:
        return Tone::Bad;
    case Deployment::Outcome::Superseded:
    case Deployment::Outcome::Unknown:
        return Tone::Doubtful;
    case Deployment::Outcome::InProgress:
        break;
    }
    return Tone::Plain;
}

QString fromTo(const QString &from, const QString &to)
{
    return from.isEmpty() ? to : from + u" → "_s + to;
}

/// "1.4.0 → 1.5.0"; with its repository where several changed.
QString imageText(const ImageChange &change, bool isNamed)
{
    const auto versions = fromTo(versionText(change.from, true), versionText(change.to, true));
    return isNamed ? change.repository.section(u'/', -1) + u' ' + versions : versions;
}

QString revisionText(const QStringList &revisions)
{
    QStringList texts;
    for (const auto &revision : revisions)
        texts += shortCommit(revision);
    return texts.join(u' ');
}

QString changeText(const Deployment &deployment)
{
    QStringList texts;
    for (const auto &change : deployment.images) {
        if (!change.isHook)
            texts += imageText(change, deployment.images.size() > 1);
    }
    if (!deployment.chartTo.isEmpty())
        texts += u"chart "_s + fromTo(deployment.chartFrom, deployment.chartTo);
    if (texts.isEmpty())
        texts += u"revision "_s + fromTo(revisionText(deployment.revisionsFrom), revisionText(deployment.revisionsTo));
    const auto prefix = deployment.kind == Deployment::Kind::Rollback ? u"rollback "_s : QString();
    return prefix + texts.join(u", "_s);
}

QString actorText(const Actor &actor)
{
    const auto name = actor.name.section(u" <"_s, 0, 0); // a commit's author without the address
    switch (actor.kind) {
    case Actor::Kind::User:
    case Actor::Kind::Rollback:
        return name;
    case Actor::Kind::Automated:
    case Actor::Kind::ImageUpdater:
    case Actor::Kind::ApplicationSet:
    case Actor::Kind::ParameterOverride:
        break;
    }
    return name.isEmpty() ? nameOf(actor.kind) : nameOf(actor.kind) + u": "_s + name;
}

QString tookText(const Deployment &deployment)
{
    return deployment.endedAt ? formatDuration(*deployment.endedAt - deployment.startedAt) : u"–"_s;
}

Cells cellsOf(const Deployment &deployment, const InstanceNames &instances, const TextStyle &style)
{
    const auto &application = deployment.application;
    const auto cause =
        deployment.message.isEmpty() ? deployment.cause : deployment.cause + u": "_s + deployment.message;
    return {timeText(deployment.startedAt, style),
            visibleLine(instances.nameOf(application.instance) + u':' + application.name),
            visibleLine(changeText(deployment)),
            visibleLine(actorText(deployment.actor)),
            tookText(deployment),
            nameOf(deployment.outcome),
            nameOf(deployment.proof),
            visibleLine(cause)};
}

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

/// One string for the usual one source, else an array.
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
    if (deployment.cause.isEmpty())
        return {};
    return QJsonObject{{u"kind"_s, deployment.cause}, {u"message"_s, textOrNull(deployment.message)}};
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
            {u"watch"_s, textOrNull(deployment.watch)}};
}

} // namespace

QByteArray deploymentTable(const std::vector<Deployment> &deployments, const InstanceNames &instances,
                           const TextStyle &style)
{
    if (deployments.empty())
        return {};
    std::vector<Cells> rows(1);
    std::ranges::transform(kHeads, rows.front().begin(), [](const char *head) { return QString::fromLatin1(head); });
    for (const auto &deployment : deployments)
        rows.push_back(cellsOf(deployment, instances, style));
    std::array<qsizetype, kColumns> widths{};
    for (const auto &row : rows) {
        for (std::size_t column = 0; column < kColumns; ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    int before = 0;
    for (std::size_t column = 0; column + 1 < kColumns; ++column)
        before += static_cast<int>(widths[column]) + 2;
    const int cause = style.width > 0 ? std::max(style.width - before, kLeastCause) : 0;
    QByteArray text;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        QString line;
        for (std::size_t column = 0; column + 1 < kColumns; ++column) {
            const auto &cell = rows[at][column];
            const bool isOutcome = at > 0 && column == kOutcome;
            line += isOutcome ? toned(cell, toneOf(deployments[at - 1].outcome), style) : cell;
            line += QString(widths[column] - cell.size() + 2, u' ');
        }
        line += fitted(rows[at].back(), cause);
        while (line.endsWith(u' '))
            line.chop(1);
        text += (line + u'\n').toUtf8();
    }
    return text;
}

QByteArray deploymentJson(const std::vector<Deployment> &deployments, const InstanceNames &instances)
{
    QJsonArray array;
    for (const auto &deployment : deployments)
        array.append(rowJson(deployment, instances));
    return visibleJson(QJsonDocument(array).toJson());
}

QByteArray deploymentCsv(const std::vector<Deployment> &deployments, const InstanceNames &instances)
{
    QByteArray text = "startedAt,endedAt,seconds,instance,namespace,application,project,kind,change,revisionFrom,"
                      "revisionTo,actor,actorName,outcome,proof,cause,message,author,commit,watch\r\n";
    for (const auto &deployment : deployments) {
        const auto &application = deployment.application;
        const auto seconds = secondsOf(deployment);
        QStringList changes;
        for (const auto &change : deployment.images)
            changes += change.repository + u' ' + imageText(change, false);
        if (!deployment.chartTo.isEmpty())
            changes += u"chart "_s + fromTo(deployment.chartFrom, deployment.chartTo);
        appendCsvRow(text,
                     {formatRfc3339(deployment.startedAt),
                      deployment.endedAt ? formatRfc3339(*deployment.endedAt) : QString(),
                      seconds ? QString::number(*seconds) : QString(),
                      instances.nameOf(application.instance),
                      application.nameSpace,
                      application.name,
                      deployment.project,
                      nameOf(deployment.kind),
                      changes.join(u", "_s),
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
                      deployment.watch});
    }
    return text;
}

} // namespace lynceus
