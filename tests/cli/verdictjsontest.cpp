#include "app/cli/exitcodes.h"
#include "app/cli/output/watches/verdictprinter.h"
#include "core/domain/rollout/verdict/worstoutcome.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

WatchReport failedReport()
{
    WatchReport report;
    report.expectation.application = {u"prod"_s, u"argocd"_s, u"web"_s};
    report.expectation.images = {*parseImageReference(u"ghcr.io/acme/web:1.6.0"_s)};
    report.expectation.registeredAt = *parseRfc3339("2026-11-23T08:32:52Z");
    report.project = u"shop"_s;
    report.url = QUrl(u"https://argocd.example/applications/argocd/web"_s);
    report.commit = RevisionMetadata{u"Jane Doe"_s, u"Release 1.6.0"_s, parseRfc3339("2026-11-23T08:30:00Z")};
    auto &verdict = report.verdict;
    verdict.outcome = Outcome::Failed;
    verdict.stage = Stage::Rolling;
    verdict.decidedAt = *parseRfc3339("2026-11-23T08:33:10.500Z");
    verdict.cause.emplace();
    verdict.cause->kind = Cause::Kind::ImagePull;
    verdict.cause->resource = {{}, u"Pod"_s, u"web"_s, u"web-2-a"_s};
    verdict.cause->message = u"not found"_s;
    verdict.notes = {{Note::Kind::OtherTag, {u"apps"_s, u"Deployment"_s, u"web"_s, u"sibling"_s}, u"web:1"_s}};
    verdict.evidence.observedAt = *parseRfc3339("2026-11-23T08:33:10Z");
    verdict.evidence.revisions = {u"abc"_s};
    verdict.evidence.workloads = {{{u"apps"_s, u"Deployment"_s, u"web"_s, u"web"_s},
                                   {u"ghcr.io/acme/web:1.6.0"_s},
                                   {HealthStatus::Progressing, {}},
                                   {.wanted = 3, .updated = 1, .ready = 0, .old = 3}}};
    verdict.evidence.pods = {
        {u"web-2-a"_s, {u"ghcr.io/acme/web:1.6.0"_s}, {HealthStatus::Degraded, {}}, u"ImagePullBackOff"_s}};
    return report;
}

} // namespace

// Scripts depend on it: new names may be added, but existing names and their order must not change.
TEST(VerdictJson, HasTheDocumentedNamesInTheirOrder)
{
    EXPECT_EQ(
        verdictJson(failedReport()).toStdString(),
        R"({"outcome":"failed","stage":"rolling","application":{"instance":"prod","namespace":"argocd","name":"web",)"
        R"("project":"shop","url":"https://argocd.example/applications/argocd/web"},"images":["ghcr.io/acme/web:1.6.0"],)"
        R"("registeredAt":"2026-11-23T08:32:52Z","decidedAt":"2026-11-23T08:33:10.500Z","seconds":18.5,)"
        R"("cause":{"kind":"image-pull","resource":{"group":"","kind":"Pod","namespace":"web","name":"web-2-a"},)"
        R"("message":"not found"},"blocker":null,"evidence":{"observedAt":"2026-11-23T08:33:10Z","revision":"abc",)"
        R"("commit":{"author":"Jane Doe","message":"Release 1.6.0","date":"2026-11-23T08:30:00Z"},)"
        R"("workloads":[{"kind":"Deployment","name":"web","images":["ghcr.io/acme/web:1.6.0"],)"
        R"("pods":{"wanted":3,"updated":1,"ready":0,"old":3,"oldUnready":0}}],"pods":[{"name":"web-2-a",)"
        R"("images":["ghcr.io/acme/web:1.6.0"],"health":"Degraded","reason":"ImagePullBackOff"}]},)"
        R"("notes":[{"kind":"other-tag","resource":{"group":"apps","kind":"Deployment","namespace":"web",)"
        R"("name":"sibling"},"detail":"web:1"}],"version":null,"waitForApp":false})"
        "\n");
}

TEST(VerdictJson, ContainsVersionsThatAreNotImages)
{
    auto report = failedReport();
    report.expectation.images.clear();
    report.expectation.version = {ExpectedVersion::Kind::Revision, u"3f2a1b0"_s};
    report.expectation.waitForApp = true;
    EXPECT_TRUE(verdictJson(report).contains(R"("images":[],)"));
    EXPECT_TRUE(verdictJson(report).contains(R"("version":{"kind":"revision","value":"3f2a1b0"},"waitForApp":true})"));
    report.expectation.version = {ExpectedVersion::Kind::Next, {}};
    EXPECT_TRUE(verdictJson(report).contains(R"("version":{"kind":"next","value":null})"));
}

TEST(VerdictJson, NamesTheApplicationIfTheCauseHasNoResource)
{
    auto report = failedReport();
    report.verdict.outcome = Outcome::Waiting;
    report.verdict.cause.reset();
    report.verdict.decidedAt.reset();
    report.now = report.expectation.registeredAt + Duration{2'000};
    report.verdict.blocker = Blocker{Blocker::Kind::SyncWindow, {}, u"deny"_s, parseRfc3339("2026-11-23T09:00:00Z")};
    const auto text = verdictJson(report);
    EXPECT_TRUE(text.contains(
        R"("decidedAt":null,"seconds":2.0,"cause":null,"blocker":{"kind":"sync-window","resource":{"group":"argoproj.io","kind":"Application","namespace":"argocd","name":"web"},"message":"deny","until":"2026-11-23T09:00:00Z","since":null})"))
        << text.toStdString();
}

TEST(VerdictJson, HasTheWorstOutcomeOfSeveralWatches)
{
    auto deployed = failedReport();
    deployed.verdict.outcome = Outcome::Deployed;
    EXPECT_TRUE(
        verdictsJson({deployed, failedReport()}).startsWith(R"({"outcome":"failed","watches":[{"outcome":"deployed")"));
}

TEST(VerdictJson, HandlesInvalidUnicode)
{
    auto report = failedReport();
    report.verdict.cause->message = QString(QChar(0xd800));
    EXPECT_TRUE(verdictJson(report).endsWith("}\n"));
}

TEST(VerdictText, ShowsSentenceEvidenceCommitAndLog)
{
    auto report = failedReport();
    report.logLines = {{u"panic: \x1b[31mno database"_s, u"web-2-a"_s, std::nullopt, false}};
    const auto text = verdictText(report, {.colour = false, .width = 0, .utc = true});
    for (const auto &words : {u"argocd/web"_s, u"ghcr.io/acme/web:1.6.0"_s, u"●●●✕○"_s,
                              u"\"Release 1.6.0\" by Jane Doe, 2026-11-23T08:30:00Z"_s,
                              u"Deployment web, Progressing, 0 of 3 pods ready, 3 old left"_s, u"panic: "_s,
                              u"https://argocd.example/applications/argocd/web"_s})
        EXPECT_TRUE(text.contains(words)) << words.toStdString() << " is not in\n" << text.toStdString();
    EXPECT_FALSE(text.contains(u'\x1b'));
}

TEST(ExitCodes, MatchTheWorstOutcome)
{
    EXPECT_EQ(int(exitCodeOf(Outcome::Deployed)), 0);
    EXPECT_EQ(int(exitCodeOf(Outcome::Failed)), 1);
    EXPECT_EQ(int(exitCodeOf(Outcome::TimedOut)), 3);
    EXPECT_EQ(int(exitCodeOf(Outcome::Gone)), 4);
    EXPECT_EQ(int(exitCodeOf(Outcome::Aborted)), 5);
    EXPECT_EQ(int(exitCodeOf(Outcome::Superseded)), 6);
    EXPECT_EQ(int(exitCodeOf(Outcome::SignInNeeded)), 7);
    EXPECT_EQ(int(exitCodeOf(Outcome::Cancelled)), 8);
    EXPECT_EQ(int(exitCodeOf(Outcome::Waiting)), 130);
    const std::vector worstFirst{Outcome::SignInNeeded, Outcome::Gone,     Outcome::Failed,  Outcome::Superseded,
                                 Outcome::Aborted,      Outcome::TimedOut, Outcome::Deployed};
    for (auto first = worstFirst.begin(); first != worstFirst.end(); ++first) {
        std::vector rest(first, worstFirst.end());
        std::ranges::reverse(rest);
        EXPECT_EQ(worstOutcome(rest), *first);
    }
}

} // namespace lynceus
