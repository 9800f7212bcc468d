#include "app/cli/output/watches/progress.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

WatchReport waiting(const QString &name, Stage stage, PodCounts pods = {})
{
    WatchReport report;
    report.expectation.application = {u"prod"_s, u"argocd"_s, name};
    report.expectation.images = {*parseImageReference(u"ghcr.io/acme/web:1.5.0"_s)};
    report.expectation.registeredAt = Instant(Duration(1'700'000'000'000));
    report.expectation.deadline = report.expectation.registeredAt + std::chrono::minutes(15);
    report.now = report.expectation.registeredAt + std::chrono::seconds(40);
    report.verdict.stage = stage;
    report.verdict.pods = pods;
    return report;
}

WatchReport failing(const QString &name)
{
    auto report = waiting(name, Stage::Rolling, {.wanted = 3, .updated = 1, .ready = 0, .old = 3});
    report.verdict.cause.emplace();
    report.verdict.cause->kind = Cause::Kind::ImagePull;
    report.verdict.cause->resource = {{}, u"Pod"_s, u"web"_s, u"web-2-a"_s};
    report.verdict.cause->message = u"not found"_s;
    report.verdict.cause->image = u"ghcr.io/acme/web:1.5.0"_s;
    return report;
}

const TextStyle kPlain{.colour = false, .width = 79, .utc = false};

} // namespace

TEST(StageSigns, ShowReachedCurrentAndFailedStages)
{
    Verdict verdict;
    EXPECT_EQ(stageSigns(verdict), u"◐○○○○"_s);
    verdict.stage = Stage::Rolling;
    EXPECT_EQ(stageSigns(verdict), u"●●●◐○"_s);
    verdict.cause.emplace();
    EXPECT_EQ(stageSigns(verdict), u"●●●✕○"_s);
    verdict.outcome = Outcome::Failed;
    EXPECT_EQ(stageSigns(verdict), u"●●●✕○"_s);
    verdict.cause.reset();
    verdict.outcome = Outcome::TimedOut;
    EXPECT_EQ(stageSigns(verdict), u"●●●○○"_s);
    verdict.stage = Stage::Running;
    verdict.outcome = Outcome::Deployed;
    EXPECT_EQ(stageSigns(verdict), u"●●●●●"_s);
}

TEST(ProgressBlock, ShowsStagesPodsAndTimeLeft)
{
    const auto lines = progressBlock(
        {waiting(u"web"_s, Stage::Rolling, {.wanted = 3, .updated = 2, .ready = 1, .old = 1})}, kPlain, 10);
    ASSERT_EQ(lines.size(), 1);
    EXPECT_TRUE(lines[0].startsWith(u"web  ●●●◐○  "_s)) << lines[0].toStdString();
    EXPECT_TRUE(lines[0].contains(u"1/3 pods, 1 old"_s));
    EXPECT_TRUE(lines[0].endsWith(u"14 min 20 s left"_s)) << lines[0].toStdString();
}

TEST(ProgressBlock, ShowsCauseOrBlocker)
{
    const auto lines = progressBlock({failing(u"web"_s)}, kPlain, 10);
    ASSERT_GE(lines.size(), 2);
    EXPECT_TRUE(lines[1].startsWith(u"  failing: "_s)) << lines[1].toStdString();
    EXPECT_TRUE(lines[1].contains(u"web-2-a"_s));
    auto blocked = waiting(u"web"_s, Stage::None);
    blocked.verdict.blocker = Blocker{Blocker::Kind::AutoSyncOff, {}, {}, std::nullopt};
    const auto waits = progressBlock({blocked}, kPlain, 10);
    ASSERT_GE(waits.size(), 2);
    EXPECT_TRUE(waits[1].startsWith(u"  waiting: "_s)) << waits[1].toStdString();
}

TEST(ProgressBlock, LongWaitForArgoCdIsColoured)
{
    auto waits = waiting(u"web"_s, Stage::None);
    waits.verdict.blocker = Blocker{Blocker::Kind::NotNoticed, {}, {}, std::nullopt};
    const auto lines = [&] { return progressBlock({waits}, {.colour = true, .width = 79, .utc = false}, 10); };
    EXPECT_FALSE(lines().join(u'\n').contains(QChar(u'\x1b')));
    waits.verdict.blocker->exceeds = std::chrono::minutes(12);
    EXPECT_TRUE(lines()[0].contains(QChar(u'\x1b')));
    EXPECT_TRUE(lines()[1].contains(u"Argo CD has not noticed the image within the usual 12 min"_s))
        << lines()[1].toStdString();
}

TEST(ProgressBlock, FitsEveryTerminal)
{
    std::vector<WatchReport> reports;
    for (int i = 0; i < 30; ++i)
        reports.push_back(i % 3 == 0 ? failing(u"web-%1"_s.arg(i)) : waiting(u"web-%1"_s.arg(i), Stage::Noticed));
    for (const int width : {20, 40, 79, 200}) {
        for (const int height : {4, 10, 24, 200}) {
            const auto lines = progressBlock(reports, {.colour = false, .width = width, .utc = false}, height);
            EXPECT_LE(lines.size(), height);
            for (const auto &line : lines)
                EXPECT_LE(line.size(), width) << line.toStdString();
        }
    }
}

TEST(ProgressBlock, ShowsProblemsFirstIfSpaceIsLimited)
{
    const auto lines = progressBlock(
        {waiting(u"fine"_s, Stage::Applied), waiting(u"too"_s, Stage::Applied), failing(u"broken"_s)}, kPlain, 4);
    ASSERT_FALSE(lines.isEmpty());
    EXPECT_TRUE(lines[0].startsWith(u"broken"_s)) << lines.join(u'\n').toStdString();
    EXPECT_EQ(lines.back(), u"… and 2 more"_s);
}

TEST(ProgressText, ChangesForRelevantUpdates)
{
    const auto before =
        progressText(waiting(u"web"_s, Stage::Applied, {.wanted = 3, .updated = 1, .ready = 0, .old = 3}));
    EXPECT_EQ(before,
              progressText(waiting(u"web"_s, Stage::Applied, {.wanted = 3, .updated = 2, .ready = 0, .old = 3})));
    EXPECT_NE(before,
              progressText(waiting(u"web"_s, Stage::Rolling, {.wanted = 3, .updated = 1, .ready = 0, .old = 3})));
    EXPECT_NE(before, progressText(failing(u"web"_s)));
}

TEST(NewStates, CompareStageBlockerCauseAndOutcomeButNotText)
{
    const auto report = failing(u"web"_s);
    auto after = report.verdict;
    EXPECT_FALSE(isNewState(report.verdict, after));
    after.cause->message = u"other words"_s;
    after.pods.ready = 2;
    EXPECT_FALSE(isNewState(report.verdict, after));
    after.cause->resource.name = u"web-2-b"_s;
    EXPECT_TRUE(isNewState(report.verdict, after));
    after = report.verdict;
    after.blocker.emplace();
    EXPECT_TRUE(isNewState(report.verdict, after));
    after = report.verdict;
    after.outcome = Outcome::Failed;
    EXPECT_TRUE(isNewState(report.verdict, after));
}

TEST(WrappedLines, KeepWordsAndMarkTruncation)
{
    EXPECT_EQ(wrappedLines(u"one two three"_s, 7, 3), (QStringList{u"one two"_s, u"three"_s}));
    EXPECT_EQ(wrappedLines(u"one two three four"_s, 7, 2), (QStringList{u"one two"_s, u"three …"_s}));
    EXPECT_EQ(wrappedLines(u"incomprehensible"_s, 7, 2), QStringList{u"incomp…"_s});
}

} // namespace lynceus
