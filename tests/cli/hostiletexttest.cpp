#include "app/cli/doctor/doctorprinter.h"
#include "app/cli/explain/diagnosis.h"
#include "app/cli/instances/instancetestprinter.h"
#include "app/cli/output/applications/applicationlist.h"
#include "app/cli/output/applications/explanation.h"
#include "app/cli/output/applications/statusprinter.h"
#include "app/cli/output/applications/treeprinter.h"
#include "app/cli/output/deployments/deploymentlist.h"
#include "app/cli/output/deployments/rulelist.h"
#include "app/cli/output/deployments/versionlist.h"
#include "app/cli/output/watches/progress.h"
#include "app/cli/output/watches/verdictprinter.h"
#include "app/cli/output/watches/watchlist.h"
#include "app/cli/teamserver/tasklist.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/deployments/deploymentexport.h"
#include "core/engine/text/versionexport.h"
#include "tests/support/watchmaker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

/// Text that an attacker may write into any field of a cluster. A line starts with FORGED only if a line break was not
/// removed.
QString hostile(const QString &field)
{
    const char32_t tag = 0xe0041;
    return u"=cmd() "_s + field
        + u" \x1b[2J\x1b]0;owned\x07\x1b[31mred\u009b31m\u0085\u202egnp\u2066\u200b\u200d\u2028"_s
        + QString::fromUcs4(&tag, 1) + QChar(0) + u"\x7f<b>|`\r\nFORGED deployed\rFORGED\nFORGED\t"_s;
}

Health degraded()
{
    return {HealthStatus::Degraded, hostile(u"health"_s)};
}

ResourceKey key(const QString &name)
{
    return {hostile(u"group"_s), hostile(u"kind"_s), hostile(u"namespace"_s), hostile(name)};
}

Verdict verdict(Outcome outcome)
{
    Verdict verdict;
    verdict.outcome = outcome;
    verdict.stage = Stage::Rolling;
    verdict.decidedAt = test::kRegisteredAt;
    verdict.cause.emplace();
    verdict.cause->kind = Cause::Kind::CrashLoop;
    verdict.cause->resource = key(u"cause"_s);
    verdict.cause->message = hostile(u"cause.message"_s);
    verdict.cause->image = hostile(u"cause.image"_s);
    verdict.cause->candidates = {hostile(u"cause.candidate"_s)};
    verdict.blocker.emplace();
    verdict.blocker->resource = key(u"blocker"_s);
    verdict.blocker->message = hostile(u"blocker.message"_s);
    verdict.notes = {{Note::Kind::OtherTag, key(u"note"_s), hostile(u"note.detail"_s)},
                     {Note::Kind::OtherWorkload, key(u"note"_s), hostile(u"note.detail"_s)}};
    verdict.evidence.observedAt = test::kRegisteredAt;
    verdict.evidence.revisions = {hostile(u"revision"_s)};
    verdict.evidence.workloads = {{key(u"workload"_s), {hostile(u"workload.image"_s)}, degraded(), {}}};
    verdict.evidence.pods = {{hostile(u"pod"_s), {hostile(u"pod.image"_s)}, degraded(), hostile(u"pod.reason"_s)}};
    return verdict;
}

RevisionMetadata commit()
{
    return {hostile(u"author"_s), hostile(u"commit"_s), test::kRegisteredAt};
}

WatchRecord record(Outcome outcome)
{
    auto record = test::makeWatch(hostile(u"id"_s));
    record.request.application = {hostile(u"instance"_s), hostile(u"namespace"_s), hostile(u"application"_s)};
    record.expectation.application = record.request.application;
    record.request.project = hostile(u"project"_s);
    record.request.release = hostile(u"release"_s);
    record.request.note = hostile(u"note"_s);
    record.request.who = hostile(u"who"_s);
    record.oldImages = {hostile(u"before"_s)};
    record.verdict = verdict(outcome);
    record.commit = commit();
    record.replacedBy = hostile(u"replacedBy"_s);
    record.endedAt = test::kRegisteredAt;
    return record;
}

WatchReport report(Outcome outcome)
{
    const auto watch = record(outcome);
    WatchReport report;
    report.expectation = watch.expectation;
    report.project = watch.request.project;
    report.url = QUrl(u"https://argocd.example/applications/argocd/web"_s);
    report.verdict = watch.verdict;
    report.commit = watch.commit;
    report.logLines = {{hostile(u"log"_s), hostile(u"log.pod"_s), {}, false}};
    report.now = test::kRegisteredAt;
    return report;
}

Application application()
{
    Application application;
    application.name = hostile(u"name"_s);
    application.nameSpace = hostile(u"namespace"_s);
    application.project = hostile(u"project"_s);
    application.health = degraded();
    application.revisions = {hostile(u"revision"_s)};
    application.summaryImages = {hostile(u"image"_s)};
    application.externalUrls = {hostile(u"external"_s)};
    application.sources = {{hostile(u"repo"_s), hostile(u"path"_s), hostile(u"chart"_s), hostile(u"target"_s)},
                           {hostile(u"repo"_s), hostile(u"path"_s), {}, hostile(u"target"_s)}};
    application.conditions = {{hostile(u"condition"_s), hostile(u"condition.message"_s), {}}};
    application.operationState.emplace();
    application.operationState->phase = OperationPhase::Failed;
    application.operationState->message = hostile(u"operation"_s);
    application.operationState->initiatedBy = hostile(u"operation.by"_s);
    application.operationState->finishedAt = test::kRegisteredAt;
    ManagedResourceStatus resource;
    resource.key = key(u"resource"_s);
    resource.health = degraded();
    application.resources = {resource};
    return application;
}

Inspection inspection(bool withTree)
{
    Inspection inspection;
    inspection.key = {hostile(u"instance"_s), hostile(u"namespace"_s), hostile(u"name"_s)};
    inspection.url = QUrl(u"https://argocd.example/applications/argocd/web"_s);
    inspection.readAt = test::kRegisteredAt;
    inspection.application = std::make_shared<Application>(application());
    inspection.commit = commit();
    inspection.managedError = Error{Error::Kind::Forbidden, hostile(u"asked"_s), hostile(u"managed"_s)};
    if (!withTree) {
        inspection.treeError = Error{Error::Kind::Forbidden, hostile(u"asked"_s), hostile(u"tree"_s)};
        return inspection;
    }
    ResourceNode node;
    node.key = key(u"cause"_s);
    node.uid = hostile(u"uid"_s);
    node.health = degraded();
    node.statusReason = hostile(u"reason"_s);
    node.images = {hostile(u"node.image"_s)};
    node.node = hostile(u"node"_s);
    node.restarts = 3;
    ResourceNode pod = node;
    pod.key.kind = u"Pod"_s;
    pod.key.name = hostile(u"pod"_s);
    auto tree = std::make_shared<ResourceTree>();
    tree->nodes = {node, pod};
    inspection.tree = tree;
    return inspection;
}

Diagnosis diagnosis(bool withCause)
{
    Diagnosis diagnosis;
    diagnosis.expectation = report(Outcome::Waiting).expectation;
    diagnosis.verdict = verdict(Outcome::Waiting);
    if (withCause)
        diagnosis.cause = diagnosis.verdict.cause;
    else
        diagnosis.blocker = diagnosis.verdict.blocker;
    ResourceEvent event;
    event.type = hostile(u"event.type"_s);
    event.reason = hostile(u"event.reason"_s);
    event.message = hostile(u"event.message"_s);
    event.last = test::kRegisteredAt;
    diagnosis.events = {event};
    diagnosis.log = {{hostile(u"log"_s), hostile(u"log.pod"_s), {}, false}};
    diagnosis.logError = hostile(u"log.error"_s);
    return diagnosis;
}

InstanceFindings findings()
{
    InstanceFindings findings;
    findings.instance.name = hostile(u"instance"_s);
    findings.instance.baseUrl = QUrl(u"https://argocd.example"_s);
    InstanceProbe probe;
    probe.baseUrl = QUrl(u"https://other.example"_s);
    probe.serverVersion = hostile(u"version"_s);
    probe.settingsUrl = hostile(u"settings"_s);
    probe.settingsUrlDiffers = true;
    probe.ssoOffered = true;
    probe.ssoName = hostile(u"sso"_s);
    findings.probe = Result<InstanceProbe>(probe);
    UntrustedCertificate certificate;
    certificate.subject = hostile(u"subject"_s);
    certificate.issuer = hostile(u"issuer"_s);
    certificate.problem = hostile(u"problem"_s);
    findings.certificate = Result<UntrustedCertificate>(certificate);
    UserInfo user;
    user.loggedIn = true;
    user.username = hostile(u"user"_s);
    findings.user = user;
    return findings;
}

DoctorSection section()
{
    return {hostile(u"name"_s),
            hostile(u"address"_s),
            {{u"version"_s, Finding::State::Bad, hostile(u"sentence"_s), hostile(u"remedy"_s), {}}}};
}

InstanceNames names()
{
    return {{{hostile(u"instance"_s), hostile(u"instance.name"_s)}}, {}};
}

std::vector<TimelineEntry> timeline()
{
    return {{test::kRegisteredAt,
             TimelineEntry::Kind::Resource,
             key(u"entry"_s),
             hostile(u"entry.text"_s),
             {hostile(u"entry.image"_s)}},
            {test::kRegisteredAt, TimelineEntry::Kind::Operation, {}, hostile(u"entry.text"_s), {}}};
}

FollowRule rule()
{
    FollowRule hostileRule;
    hostileRule.name = hostile(u"rule"_s);
    hostileRule.filter = hostile(u"filter"_s);
    return hostileRule;
}

Deployment deployment()
{
    Deployment made;
    made.application = {hostile(u"instance"_s), hostile(u"namespace"_s), hostile(u"name"_s)};
    made.project = hostile(u"project"_s);
    made.actor = {Actor::Kind::User, hostile(u"user"_s)};
    made.images = {{hostile(u"repository"_s), {hostile(u"from"_s)}, {hostile(u"to"_s)}, false}};
    made.chartTo = hostile(u"chart"_s);
    made.revisionsTo = QStringList{hostile(u"revision"_s)};
    made.commit = RevisionMetadata{hostile(u"author"_s), hostile(u"message"_s), {}};
    made.startedAt = test::kRegisteredAt;
    made.cause = u"operation-failed"_s;
    made.message = hostile(u"cause"_s);
    return made;
}

NamedTasks tasks()
{
    ServerTask task;
    task.id = hostile(u"id"_s);
    task.app = hostile(u"app"_s);
    task.instance = hostile(u"instance"_s);
    task.author = hostile(u"author"_s);
    task.project = hostile(u"project"_s);
    task.images = {{hostile(u"image"_s), hostile(u"tag"_s)}};
    task.revision = hostile(u"revision"_s);
    task.chartVersion = hostile(u"chart"_s);
    task.stateName = hostile(u"state"_s);
    task.reason = hostile(u"reason"_s);
    return {{hostile(u"server"_s), task}};
}

VersionMatrix versions()
{
    const auto listed = std::make_shared<const Application>(application());
    VersionMatrix matrix;
    matrix.environments = QStringList{hostile(u"environment"_s)};
    VersionMatrix::Version version;
    version.version = hostile(u"version"_s);
    version.applications = {{{hostile(u"instance"_s), hostile(u"namespace"_s), hostile(u"name"_s)}, listed}};
    matrix.rows = {{hostile(u"repository"_s), {{{version}}}}};
    return matrix;
}

/// The output of every text printer, by name.
std::map<std::string, QByteArray> textsIn(const TextStyle &style)
{
    const auto listed = application();
    const ApplicationRows rows{{&listed, hostile(u"instance"_s)}};
    std::map<std::string, QByteArray> texts{
        {"apps", applicationTable(rows, style, true)},
        {"status", statusText(inspection(true), diagnosis(true), style).toUtf8()},
        {"tree", treeText(inspection(true), style).toUtf8()},
        {"no tree", treeText(inspection(false), style).toUtf8()},
        {"explain a cause", explanationText(inspection(true), diagnosis(true), style).toUtf8()},
        {"explain a blocker", explanationText(inspection(false), diagnosis(false), style).toUtf8()},
        {"history", watchTable({record(Outcome::Failed), record(Outcome::Waiting)}, names(), style)},
        {"deployments", deploymentTable({deployment()}, names(), style)},
        {"follow list", ruleTable({rule()}, style)},
        {"versions", versionTable(versions(), style)},
        {"tasks", taskTable(tasks(), style)},
        {"followed tasks", taskLines(tasks(), style)},
        {"doctor", doctorText(section(), style)},
        {"test", testText({findings()}, style, test::kRegisteredAt)},
        {"whoami", whoamiText({findings()}, style)},
        {"error", errorLine({Error::Kind::Server, hostile(u"asked"_s), hostile(u"message"_s)}).toUtf8() + '\n'},
    };
    for (const auto outcome : {Outcome::Waiting, Outcome::Failed, Outcome::TimedOut, Outcome::Superseded, Outcome::Gone,
                               Outcome::Aborted, Outcome::Deployed}) {
        const auto name = nameOf(outcome).toStdString();
        texts["verdict " + name] = verdictText(report(outcome), style).toUtf8();
        texts["progress " + name] = progressText(report(outcome)).toUtf8() + '\n';
        texts["block " + name] = progressBlock({report(outcome)}, style, 20).join(u'\n').toUtf8() + '\n';
        texts["show " + name] = watchDetailsText({record(outcome), timeline()}, names(), style).toUtf8();
    }
    return texts;
}

std::map<std::string, QByteArray> jsons()
{
    const auto listed = application();
    const ApplicationRows rows{{&listed, hostile(u"instance"_s)}};
    return {{"apps", applicationJson(rows)},
            {"apps, lines", applicationJsonLines(rows)},
            {"status", statusJson(inspection(true), diagnosis(true))},
            {"tree", treeJson(inspection(true))},
            {"explain", explanationJson(inspection(true), diagnosis(true))},
            {"verdict", verdictJson(report(Outcome::Failed))},
            {"verdicts", verdictsJson({report(Outcome::Failed), report(Outcome::Waiting)})},
            {"history", historyJson({record(Outcome::Failed)}, names())},
            {"deployments", deploymentJson({deployment()}, names())},
            {"follow list", ruleJson({rule()})},
            {"versions", versionJson(versions())},
            {"tasks", taskListJson(tasks())},
            {"followed tasks", taskLinesJson(tasks())},
            {"show", watchDetailsJson({record(Outcome::Failed), timeline()}, names())},
            {"test", findingsJson({findings()}, true, test::kRegisteredAt)}};
}

void expectVisible(const QByteArray &text, const std::string &where)
{
    EXPECT_FALSE(text.isEmpty()) << where;
    for (const auto c : QString::fromUtf8(text).toUcs4()) {
        if (c != '\n')
            EXPECT_FALSE(isHidden(c)) << where << ": U+" << std::hex << c << '\n'
                                      << visibleText(QString::fromUtf8(text)).toStdString();
    }
    for (const auto &line : text.split('\n'))
        EXPECT_FALSE(line.startsWith("FORGED")) << where << ": a line of others";
}

/// Removes the colour sequences that Lynceus itself writes.
QByteArray withoutTones(QByteArray text)
{
    for (const auto *code : {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[33m"})
        text.replace(code, "");
    return text;
}

bool hasText(const QJsonValue &json, const QString &text)
{
    if (json.isString())
        return json.toString() == text;
    if (json.isArray()) {
        const auto array = json.toArray();
        return std::any_of(array.begin(), array.end(), [&](const QJsonValue &part) { return hasText(part, text); });
    }
    const auto object = json.toObject();
    return std::any_of(object.begin(), object.end(), [&](const QJsonValue &part) { return hasText(part, text); });
}

} // namespace

TEST(HostileText, HumanReadableOutputContainsNoControlSequences)
{
    for (const auto &style : {TextStyle{}, TextStyle{.width = 100}, TextStyle{.utc = true}}) {
        for (const auto &[where, text] : textsIn(style))
            expectVisible(text, where);
    }
}

TEST(HostileText, ColoursComeOnlyFromLynceus)
{
    const auto plain = textsIn({});
    for (const auto &[where, text] : textsIn({.colour = true})) {
        expectVisible(withoutTones(text), where);
        // withoutTones() must remove only the colours of Lynceus.
        EXPECT_EQ(withoutTones(text), plain.at(where)) << where;
    }
}

TEST(HostileText, IsEscapedInJsonAndKeepsItsValue)
{
    for (const auto &[where, json] : jsons()) {
        for (const auto c : QString::fromUtf8(json).toUcs4()) {
            if (c != '\n')
                EXPECT_FALSE(isHidden(c)) << where << ": U+" << std::hex << c;
        }
        const auto lines = where == "apps, lines" ? json.trimmed() : json;
        const auto document = QJsonDocument::fromJson(lines);
        EXPECT_FALSE(document.isNull()) << where;
        const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        const bool kept = hasText(value, hostile(u"name"_s)) || hasText(value, hostile(u"application"_s))
            || hasText(value, hostile(u"rule"_s)) || hasText(value, hostile(u"instance"_s));
        EXPECT_TRUE(kept) << where;
    }
    const auto doctor = QJsonDocument(doctorJson(section(), {section()}));
    EXPECT_EQ(QJsonDocument::fromJson(visibleJson(doctor.toJson())), doctor);
}

TEST(HostileText, IsHarmlessInCsvOnATerminalAndInASpreadsheet)
{
    const auto listed = application();
    for (const auto &csv :
         {applicationCsv({{&listed, hostile(u"instance"_s)}}), historyCsv({record(Outcome::Failed)}, names()),
          deploymentCsv({deployment()}, names()), versionCsv(versions()), ruleCsv({rule()})}) {
        const auto text = QString::fromUtf8(csv);
        for (const auto c : QString(text).replace("\r\n"_L1, "\n"_L1).toUcs4()) {
            if (c != '\n' && c != '\t')
                EXPECT_FALSE(isHidden(c)) << "U+" << std::hex << c;
        }
        for (const auto *unguarded : {"\"=", ",=", "\n="})
            EXPECT_FALSE(text.contains(QLatin1StringView(unguarded))) << unguarded;
    }
}

} // namespace lynceus
