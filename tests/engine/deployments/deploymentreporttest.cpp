#include "core/engine/deployments/deploymentreport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTranslator>

#include <algorithm>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {
namespace {

constexpr Instant kUntil{1'795'000'000s}; // 2026-11-18T11:06:40Z

Deployment deployment(const QString &name, Duration ago, Deployment::Outcome outcome)
{
    Deployment made;
    made.application = {u"i1"_s, u"argocd"_s, name};
    made.kind = Deployment::Kind::Image;
    made.outcome = outcome;
    made.actor = {Actor::Kind::User, u"ann"_s};
    made.images = {{u"ghcr.io/acme/"_s + name, {u"1.4.0"_s}, {u"1.5.0"_s}, false}};
    made.startedAt = kUntil - ago;
    made.endedAt = made.startedAt + 40s;
    if (outcome == Deployment::Outcome::Failed) {
        made.cause = u"crash-loop"_s;
        made.message = u"exit code 1"_s;
    }
    return made;
}

/// A report about one week.
DeploymentReport reportOf(std::vector<Deployment> deployments)
{
    DeploymentReport report;
    report.madeAt = kUntil;
    std::vector<DeploymentSample> samples;
    for (const auto &one : deployments)
        samples.push_back(sampleOf(one));
    std::ranges::sort(samples, {}, &DeploymentSample::startedAt);
    report.trend = deploymentTrend(samples, kUntil - 24h * 7, kUntil);
    for (const auto &one : deployments) {
        if (one.outcome == Deployment::Outcome::Failed)
            report.failures.push_back({one, {{one.startedAt, TimelineEntry::Kind::Cause, {}, u"crash-loop"_s, {}}}});
    }
    report.deployments = std::move(deployments);
    return report;
}

DeploymentReport usualReport()
{
    return reportOf({deployment(u"web"_s, 1h, Deployment::Outcome::Failed),
                     deployment(u"api"_s, 30h, Deployment::Outcome::Deployed)});
}

/// Has only the language code and the word for a rollback in Arabic.
class ArabicCatalogue final : public QTranslator
{
public:
    ArabicCatalogue() { QCoreApplication::installTranslator(this); }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *meaning, int) const override
    {
        if (qstrcmp(source, "rollback %1") == 0)
            return u"تراجع %1"_s;
        return qstrcmp(meaning, "language code") == 0 ? u"ar"_s : QString();
    }
};

const QString kHostile = u"</td></table><script>alert(1)</script>\"'&\u202e\x1b[2J![x](http://evil) | `"_s;

DeploymentReport hostileReport()
{
    auto bad = deployment(kHostile, 1h, Deployment::Outcome::Failed);
    bad.actor.name = kHostile;
    bad.cause = kHostile;
    bad.message = kHostile;
    bad.images.front().to = QStringList{kHostile};
    auto report = reportOf({bad});
    report.scope = kHostile;
    report.failures.front().timeline = {{kUntil,
                                         TimelineEntry::Kind::Resource,
                                         ResourceKey{u"apps"_s, kHostile, u"ns"_s, kHostile},
                                         kHostile,
                                         {kHostile}}};
    return report;
}

TEST(DeploymentReport, HtmlHasNumbersChartFailuresAndTable)
{
    const auto html = QString::fromUtf8(reportHtml(usualReport(), {}));
    for (const auto &part : {u"Deployments per day"_s, u"Lead time, median"_s, u"Change failure share"_s, u"50.0 %"_s,
                             u"Time to restore"_s, u"<svg"_s, u"class=\"failed\""_s, u"crash loop: exit code 1"_s,
                             u"i1:web"_s, u"2026-11-18 10:06"_s, u"1.4.0 → 1.5.0"_s, u"UTC"_s})
        EXPECT_TRUE(html.contains(part)) << part.toStdString();
    EXPECT_TRUE(html.endsWith(u"</html>\n"_s));
    EXPECT_EQ(html.count(u"<td"_s), html.count(u"</td>"_s));
    EXPECT_EQ(html.count(u"<section>"_s), 1);
}

TEST(DeploymentReport, VersionsReadFromLeftToRightInARightToLeftReport)
{
    const auto left = QString::fromUtf8(reportHtml(usualReport(), {}));
    EXPECT_TRUE(left.contains(u"dir=\"ltr\""_s));
    EXPECT_FALSE(left.contains(u'\u200e'));
    const ArabicCatalogue arabic;
    auto report = usualReport();
    report.deployments.front().kind = Deployment::Kind::Rollback;
    report.deployments.front().actor.name = u"Ada خوري"_s;
    const auto right = QString::fromUtf8(reportHtml(report, {}));
    EXPECT_TRUE(right.contains(u"<html lang=\"ar\" dir=\"rtl\">"_s));
    EXPECT_TRUE(right.contains(u"<bdi>1.4.0 → 1.5.0</bdi>"_s)) << "the text direction is left to right";
    EXPECT_TRUE(right.contains(u"<bdi>تراجع 1.4.0\u200e → 1.5.0</bdi>"_s));
    EXPECT_TRUE(right.contains(u"<bdi dir=\"rtl\">Ada خوري</bdi>"_s))
        << "begins with a name, and is read from the right";
    EXPECT_TRUE(right.contains(u"text-align: start"_s)) << "columns begin at the right";
    EXPECT_FALSE(right.contains(u"text-align: left"_s));
}

TEST(DeploymentReport, HtmlRanksApplicationsByDeployments)
{
    std::vector<Deployment> deployments;
    for (int i = 0; i < 12; ++i) {
        for (int j = 0; j <= i; ++j)
            deployments.push_back(deployment(u"app-%1-%5"_s.arg(i), std::chrono::minutes(i * 20 + j),
                                             j == 0 ? Deployment::Outcome::Failed : Deployment::Outcome::Deployed));
    }
    const auto html = QString::fromUtf8(reportHtml(reportOf(deployments), {}));
    const auto begin = html.indexOf(u"Applications with the most deployments"_s);
    ASSERT_GE(begin, 0);
    const auto table = html.mid(begin, html.indexOf(u"</table>"_s, begin) - begin);
    EXPECT_EQ(table.count(u"<tr>"_s), 10);
    EXPECT_TRUE(table.contains(u"i1:app-11-%5"_s)) << "names are text";
    EXPECT_FALSE(table.contains(u"i1:app-1-"_s));
    EXPECT_LT(table.indexOf(u"app-11-"_s), table.indexOf(u"app-10-"_s));
    EXPECT_TRUE(table.contains(u"aria-label=\"11 deployed, 1 failed\""_s)) << table.toStdString();
    EXPECT_TRUE(table.contains(u"<rect class=\"failed\" x=\"550.0\" y=\"0\" width=\"50.0\""_s));
    const auto one = QString::fromUtf8(reportHtml(reportOf({deployments.front()}), {}));
    EXPECT_FALSE(one.contains(u"Applications with the most deployments"_s));
}

TEST(DeploymentReport, EachFailureHasATimelineEvenWithoutAWatch)
{
    auto failed = deployment(u"web"_s, 1h, Deployment::Outcome::Failed);
    failed.commit =
        RevisionMetadata{u"Ann <ann@acme.example>"_s, u"Release 1.5.0\n\nDetails"_s, failed.startedAt - 90s};
    auto report = reportOf({failed});
    const auto watched = QString::fromUtf8(reportHtml(report, {}));
    EXPECT_TRUE(watched.contains(u"<td><bdi>2026-11-18 10:06:40</bdi></td><td><bdi>cause: crash-loop</bdi></td>"_s));
    EXPECT_FALSE(watched.contains(u"No watch followed"_s));
    report.failures.front().timeline.clear();
    const auto html = QString::fromUtf8(reportHtml(report, {}));
    const auto markdown = QString::fromUtf8(reportMarkdown(report, {}));
    const auto unwatched = u"No watch followed this deployment; the times below come from the application."_s;
    EXPECT_TRUE(html.contains(unwatched));
    EXPECT_TRUE(markdown.contains(unwatched)) << markdown.toStdString();
    report.failures.front().deployment.watch = u"task/i1/a-1"_s;
    const auto served = u"The team server i1 watched this deployment; the times below are its own."_s;
    for (const auto &text : {reportHtml(report, {}), reportMarkdown(report, {})}) {
        EXPECT_TRUE(text.contains(served.toUtf8())) << text.toStdString();
        EXPECT_FALSE(text.contains(unwatched.toUtf8()));
    }
    const std::vector<std::pair<QString, QString>> moments = {
        {u"2026-11-18 10:05:10"_s, u"commit by Ann &lt;ann@acme.example&gt;: Release 1.5.0"_s},
        {u"2026-11-18 10:06:40"_s, u"sync started (ann)"_s},
        {u"2026-11-18 10:07:20"_s, u"failed: crash loop: exit code 1"_s}};
    for (const auto &[at, text] : moments) {
        EXPECT_TRUE(html.contains(u"<td><bdi>%1</bdi></td><td><bdi>%2</bdi></td>"_s.arg(at, text)))
            << text.toStdString();
        EXPECT_TRUE(markdown.contains(u"- "_s + at)) << at.toStdString();
    }
    EXPECT_TRUE(html.contains(u"<span class=\"failed\">■ failed</span>"_s)) << "colours are accompanied by text";
}

TEST(DeploymentReport, MachineNamesAreShownAsText)
{
    auto late = deployment(u"web"_s, 1h, Deployment::Outcome::TimedOut);
    late.cause = u"images-unproven"_s;
    late.actor = {Actor::Kind::ImageUpdater, u"image-updater-bot"_s};
    const auto report = reportOf({late});
    const auto html = QString::fromUtf8(reportHtml(report, {}));
    const auto markdown = QString::fromUtf8(reportMarkdown(report, {}));
    EXPECT_TRUE(html.contains(u"<td class=\"timed-out\"><bdi>timed out</bdi></td>"_s));
    EXPECT_TRUE(html.contains(u": 1 timed out</title>"_s));
    for (const auto &text : {html, markdown}) {
        for (const auto &part : {u"timed out"_s, u"images unproven"_s, u"image updater: image"_s})
            EXPECT_TRUE(text.contains(part)) << part.toStdString() << text.toStdString();
        EXPECT_FALSE(text.contains(u"images-unproven"_s));
    }
}

TEST(DeploymentReport, HtmlLoadsAndRunsNothing)
{
    for (const auto &report : {usualReport(), hostileReport()}) {
        const auto html = QString::fromUtf8(reportHtml(report, {}));
        for (const auto &part :
             {u"<script"_s, u"src="_s, u"href="_s, u"url("_s, u"@import"_s, u"<link"_s, u"<iframe"_s, u"<img"_s})
            EXPECT_FALSE(html.contains(part, Qt::CaseInsensitive)) << part.toStdString();
        EXPECT_TRUE(html.contains(u"default-src 'none'"_s)) << "defence in depth against a missing escape";
    }
}

TEST(DeploymentReport, ForeignTextIsEscapedInEveryFormat)
{
    const auto report = hostileReport();
    const auto html = QString::fromUtf8(reportHtml(report, {}));
    EXPECT_TRUE(html.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;&quot;"_s));
    const auto markdown = QString::fromUtf8(reportMarkdown(report, {}));
    EXPECT_FALSE(QString(markdown).remove(u"\\<"_s).contains(u'<')) << "each is escaped";
    EXPECT_FALSE(markdown.contains(u"![x]"_s));
    const auto json = reportJson(report, {});
    for (const auto &text : {html.toUtf8(), markdown.toUtf8(), json}) {
        EXPECT_FALSE(text.contains('\x1b'));
        EXPECT_FALSE(text.contains("\u202e"));
    }
    EXPECT_EQ(QJsonDocument::fromJson(json)[u"deployments"_s][0][u"application"_s][u"name"_s].toString(), kHostile)
        << "JSON keeps the value";
}

TEST(DeploymentReport, JsonHasTheDocumentedNames)
{
    const auto json = QJsonDocument::fromJson(reportJson(usualReport(), {}));
    const auto numbers = json[u"numbers"_s];
    EXPECT_DOUBLE_EQ(numbers[u"deploymentsPerDay"_s][u"value"_s].toDouble(), 1.0 / 7);
    EXPECT_EQ(numbers[u"deploymentsPerDay"_s][u"samples"_s].toInt(), 1);
    EXPECT_TRUE(numbers[u"leadTime"_s][u"medianSeconds"_s].isNull());
    EXPECT_DOUBLE_EQ(numbers[u"changeFailureShare"_s][u"value"_s].toDouble(), 0.5);
    EXPECT_EQ(numbers[u"timeToRestore"_s][u"unrestored"_s].toInt(), 1);
    EXPECT_TRUE(json[u"before"_s][u"changeFailureShare"_s][u"value"_s].isNull());
    EXPECT_EQ(json[u"from"_s].toString(), "2026-11-11T11:06:40Z"_L1);
    EXPECT_EQ(json[u"failures"_s][0][u"timeline"_s][0][u"kind"_s].toString(), "cause"_L1);
    EXPECT_EQ(json[u"deployments"_s].toArray().size(), 2);
    int counted = 0;
    for (const auto &count : json[u"counts"_s].toArray())
        counted += count[u"failed"_s].toInt() + count[u"deployed"_s].toInt();
    EXPECT_EQ(counted, 2);
}

TEST(DeploymentReport, ReportsThatThereAreNoDeployments)
{
    const auto report = reportOf({});
    EXPECT_TRUE(reportHtml(report, {}).contains("None."));
    EXPECT_TRUE(reportMarkdown(report, {}).contains("| Change failure share | – | – | of 0 deployments |"));
}

} // namespace
} // namespace lynceus
