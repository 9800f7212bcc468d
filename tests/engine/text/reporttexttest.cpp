#include "core/engine/text/reporttext.h"

#include "core/domain/text/visibletext.h"
#include "core/domain/time/zonedtime.h"
#include "core/engine/deployments/historyexport.h"
#include "tests/support/watchmaker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

WatchRecord failedWatch()
{
    auto watch = ended(failing(makeWatch(u"w7"_s, u"shop-api"_s, u"ghcr.io/acme/shop-api:2.1.0"_s)), Outcome::Failed);
    watch.verdict.pods = {2, 0, 0, 2};
    watch.verdict.evidence.workloads = {{{u"apps"_s, u"Deployment"_s, u"shop"_s, u"shop-api"_s},
                                         {u"ghcr.io/acme/shop-api:2.0.0"_s},
                                         {HealthStatus::Healthy, {}},
                                         {2, 0, 0, 2}}};
    watch.verdict.evidence.pods = {{u"shop-api-migrate-r6m85"_s,
                                    {u"ghcr.io/acme/shop-migrate:2.1.0"_s},
                                    {HealthStatus::Degraded, u"exit | 2 <b>*now*</b>\nand `more`"_s},
                                    u"Error"_s}};
    watch.verdict.notes = {{Note::Kind::MovingTag, {}, {}}};
    watch.commit = RevisionMetadata{u"Ada"_s, u"Add a column\n\nand more"_s, kRegisteredAt};
    watch.request.release = u"Friday"_s;
    return watch;
}

TEST(ReportText, WritesAllDetailsAsMarkdown)
{
    const std::vector<TimelineEntry> timeline = {
        {.at = kRegisteredAt, .kind = TimelineEntry::Kind::Stage, .resource = {}, .text = u"noticed"_s, .images = {}},
        {.at = kRegisteredAt, .kind = TimelineEntry::Kind::Blocker, .resource = {}, .text = {}, .images = {}}};
    const auto text = markdownReport(failedWatch(), u"staging"_s,
                                     QUrl(u"https://argocd.acme.example/applications/argocd/shop-api"_s), timeline);
    for (const auto &part : {u"## shop-api 1.4.0 → 2.1.0: failed\n"_s, u"Hook Job shop-api-migrate failed, attempt 2"_s,
                             u"[staging:argocd/shop-api](https://argocd.acme.example/applications/argocd/shop-api)"_s,
                             u"| Expected | `ghcr.io/acme/shop-api:2.1.0` |"_s, u"| Commit | Add a column"_s,
                             u"Friday"_s, u"noticed 2026-11-18T"_s, u"after 1 min 12 s"_s, u"| Deployment shop-api |"_s,
                             u"### Notes"_s, u"### Timeline"_s, u"| blocked |  | lifted |"_s}) {
        EXPECT_TRUE(text.contains(part)) << qPrintable(part) << "\n" << qPrintable(text);
    }
}

TEST(ReportText, FailedHookReportContainsJobLogAndCommit)
{
    auto watch = failedWatch();
    watch.logPod = u"shop-api-migrate-r6m85"_s;
    watch.logLines = {u"Applying 0042"_s, u"ERROR: column \"lock\" already exists"_s, u"```\x1b[31m"_s};
    const auto text = markdownReport(watch, u"staging"_s, {});
    EXPECT_TRUE(text.contains("Hook Job shop-api-migrate failed"_L1)) << qPrintable(text);
    EXPECT_TRUE(text.contains("| Commit | Add a column"_L1)) << qPrintable(text);
    EXPECT_TRUE(text.contains("\n### Last log lines of pod shop-api-migrate-r6m85\n\n"
                              "    Applying 0042\n    ERROR: column \"lock\" already exists\n    ```"_L1))
        << qPrintable(text);
    EXPECT_FALSE(text.contains(QChar(u'\x1b')));
    EXPECT_FALSE(markdownReport(failedWatch(), {}, {}).contains("log lines"_L1));
}

TEST(ReportText, NamesTheZoneOfItsTimes)
{
    const auto watch = failedWatch();
    const auto here = markdownReport(watch, {}, {}, {}, QTimeZone("Asia/Kolkata"));
    EXPECT_TRUE(here.contains("| Time zone | Asia/Kolkata |"_L1)) << qPrintable(here);
    EXPECT_TRUE(
        here.contains(u"| Deadline | "_s + formatRfc3339(watch.expectation.deadline, QTimeZone("Asia/Kolkata"))))
        << qPrintable(here);
    EXPECT_FALSE(here.contains(formatRfc3339(watch.expectation.deadline)));
    EXPECT_TRUE(markdownReport(watch, {}, {}).contains("| Time zone | UTC |"_L1));
}

TEST(ReportText, ServerTextCannotBreakTheTable)
{
    const auto text = markdownReport(failedWatch(), {}, {});
    EXPECT_FALSE(text.contains("<b>"_L1));
    EXPECT_TRUE(text.contains("exit \\| 2 \\<b\\>\\*now\\*"_L1)) << qPrintable(text);
    for (const auto &line : text.split(u'\n')) {
        if (line.startsWith("| shop-api-migrate-r6m85"_L1)) {
            EXPECT_EQ(QString(line).remove(u"\\|"_s).count(u'|'), 5) << qPrintable(line);
        }
    }
}

TEST(ReportText, ServerTextIsEscapedForMarkdownAndTerminals)
{
    const auto hostile = u"<img src=\"file:///dev/zero\"> ![p](file:///etc/passwd) [l](https://evil.example) `c` | "
                         "https://evil.example \x1b[31m\u202e\u200b\u009b\r\n## Deployed\n"_s;
    auto watch = failedWatch();
    watch.request.application.name = hostile;
    watch.request.note = watch.request.who = watch.request.release = hostile;
    watch.oldImages = {hostile};
    watch.commit = RevisionMetadata{hostile, hostile, {}};
    watch.verdict.cause->message = hostile;
    watch.verdict.evidence.revisions = {hostile};
    watch.verdict.evidence.pods = {{hostile, {hostile}, {HealthStatus::Degraded, hostile}, hostile}};
    const std::vector<TimelineEntry> timeline{
        {watch.registeredAt, TimelineEntry::Kind::Resource, {{}, u"Pod"_s, {}, hostile}, hostile, {hostile}}};
    const auto text = markdownReport(watch, hostile, QUrl(u"https://argocd.example/a(b)c"_s), timeline);
    for (const auto c : text.toUcs4())
        EXPECT_TRUE(c == '\n' || !isHidden(c)) << std::hex << c;
    EXPECT_EQ(text.count(u"\n## Deployed"_s), 0);
    auto outsideOfCode = text;
    outsideOfCode.remove(QRegularExpression(u"`[^`]*`"_s)).remove(QRegularExpression(u"\\\\."_s));
    for (const auto &markup : {u"<img"_s, u"]("_s, u"https://evil"_s})
        EXPECT_EQ(outsideOfCode.count(markup), markup == "]("_L1 ? 1 : 0) << markup.toStdString() << text.toStdString();
    EXPECT_TRUE(text.contains("(https://argocd.example/a%28b%29c)"_L1));
}

TEST(HistoryExport, JsonUsesTheFieldNamesOfWait)
{
    InstanceNames names;
    names.names[u"staging"_s] = u"Staging"_s;
    names.baseUrls[u"staging"_s] = QUrl(u"https://argocd.acme.example/base"_s);
    const auto array = QJsonDocument::fromJson(historyJson({failedWatch(), makeWatch(u"w8"_s)}, names)).array();
    ASSERT_EQ(array.size(), 2);
    const auto json = array.at(0).toObject();
    EXPECT_EQ(json[u"id"_s], u"w7"_s);
    EXPECT_EQ(json[u"outcome"_s], u"failed"_s);
    EXPECT_EQ(json[u"stage"_s], u"noticed"_s);
    EXPECT_EQ(json[u"seconds"_s].toDouble(), 72.0);
    EXPECT_EQ(json[u"application"_s][u"instance"_s], u"Staging"_s);
    EXPECT_EQ(json[u"application"_s][u"url"_s], u"https://argocd.acme.example/base/applications/argocd/shop-api"_s);
    EXPECT_EQ(json[u"cause"_s][u"kind"_s], u"hook-failed"_s);
    EXPECT_EQ(json[u"cause"_s][u"resource"_s][u"name"_s], u"shop-api-migrate"_s);
    EXPECT_EQ(json[u"evidence"_s][u"workloads"_s][0][u"pods"_s][u"old"_s], 2);
    EXPECT_EQ(json[u"evidence"_s][u"commit"_s][u"author"_s], u"Ada"_s);
    EXPECT_EQ(json[u"notes"_s][0][u"kind"_s], u"moving-tag"_s);
    EXPECT_TRUE(json[u"blocker"_s].isNull());
    const auto running = array.at(1).toObject();
    EXPECT_TRUE(running[u"decidedAt"_s].isNull());
    EXPECT_TRUE(running[u"seconds"_s].isNull());
}

TEST(HistoryExport, CsvHasOneRecordPerWatch)
{
    auto watch = failedWatch();
    watch.request.note = u"=HYPERLINK(\"x\")"_s;
    watch.takenBy = u"grace"_s;
    const auto lines = QString::fromUtf8(historyCsv({watch, makeWatch(u"w8"_s)}, {})).split(u"\r\n"_s);
    ASSERT_EQ(lines.size(), 4);
    EXPECT_TRUE(lines.at(0).startsWith("id,endedAt,outcome,"_L1));
    EXPECT_TRUE(lines.at(1).startsWith("w7,2026-11-18T11:07:52Z,failed,noticed,staging,argocd,shop-api,shop,"_L1))
        << qPrintable(lines.at(1));
    EXPECT_TRUE(lines.at(1).endsWith("\"'=HYPERLINK(\"\"x\"\")\",,grace"_L1)) << qPrintable(lines.at(1));
    watch.expectation.version = {ExpectedVersion::Kind::ChartVersion, u"1.5.2"_s};
    EXPECT_TRUE(historyCsv({watch}, {}).endsWith(",chart-version:1.5.2,grace\r\n"));
    EXPECT_TRUE(lines.at(2).startsWith("w8,,waiting,none,"_L1)) << qPrintable(lines.at(2));
}

} // namespace

} // namespace lynceus
