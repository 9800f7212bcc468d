#include "core/domain/newwatch/watchplan.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

WatchTarget target(const QString &name, const QString &wanted, const QStringList &running,
                   const QString &instance = u"prod"_s)
{
    Application application;
    application.name = name;
    application.nameSpace = u"argocd"_s;
    application.project = u"shop"_s;
    application.autoSync = true;
    application.summaryImages = running;
    WatchTarget made{{{instance, u"argocd"_s, name}, std::make_shared<const Application>(application)}, {}, {}, true};
    if (!wanted.isEmpty())
        made.wanted = *parseImageReference(wanted);
    for (const auto &image : running)
        made.running.push_back(*parseImageReference(image));
    return made;
}

WatchTarget changed(WatchTarget target, auto change)
{
    auto application = *target.entry.application;
    change(application);
    target.entry.application = std::make_shared<const Application>(application);
    return target;
}

TEST(WatchPlan, DeadlinesEndWithTheWorkingDay)
{
    using Kind = DeadlineChoice::Kind;
    const auto at = [](const char *time) { return *parseRfc3339(time); };
    const QTimeZone berlin("Europe/Berlin"); // 1 h ahead of UTC in November
    auto choices = deadlineChoices(at("2026-11-26T13:30:00Z"), berlin);
    ASSERT_EQ(choices.size(), 4U);
    EXPECT_EQ(choices[1], (DeadlineChoice{Kind::QuarterHour, 15min}));
    EXPECT_EQ(choices[3], (DeadlineChoice{Kind::Today, 3h + 30min}));
    choices = deadlineChoices(at("2026-11-26T16:55:00Z"), berlin);
    EXPECT_EQ(choices[3], (DeadlineChoice{Kind::Tomorrow, 24h + 5min})) << "five minutes are offered already";
    choices = deadlineChoices(at("2026-11-26T22:00:00Z"), berlin);
    EXPECT_EQ(choices[3], (DeadlineChoice{Kind::Tomorrow, 19h}));
}

TEST(WatchPlan, ReportsObstacles)
{
    using Kind = WatchWarning::Kind;
    const auto expectedImage = u"ghcr.io/acme/web:1.5.0"_s;
    const auto web = target(u"web"_s, expectedImage, {u"ghcr.io/acme/web:1.4.0"_s});
    const auto until = Instant(1h);
    const SyncWindowBlock closed{true, until};
    struct Line
    {
        const char *what;
        WatchTarget target;
        bool watched;
        std::optional<SyncWindowBlock> window;
        std::vector<WatchWarning> warnings;
    };
    const std::vector<Line> table = {
        {"nothing", web, false, {}, {}},
        {"open window", web, false, SyncWindowBlock{}, {}},
        {"closed window", web, false, closed, {{Kind::SyncWindow, until}}},
        {"auto-sync off",
         changed(web, [](Application &a) { a.autoSync = false; }),
         false,
         closed,
         {{Kind::AutoSyncOff, {}}}},
        {"skipped",
         changed(web, [](Application &a) { a.skipReconcile = true; }),
         false,
         {},
         {{Kind::SkipReconcile, {}}}},
        {"watched", web, true, {}, {{Kind::AlreadyWatched, {}}}},
        {"runs it", target(u"web"_s, expectedImage, {expectedImage}), false, closed, {{Kind::AlreadyRuns, {}}}},
        {"half of it runs it",
         target(u"web"_s, expectedImage, {expectedImage, u"ghcr.io/acme/web:1.4.0"_s}),
         false,
         {},
         {}},
        {"runs nothing", target(u"web"_s, {}, {}), false, {}, {{Kind::RunsNothing, {}}}},
        {"no version", target(u"web"_s, {}, {expectedImage}), false, {}, {{Kind::NoVersion, {}}}},
        {"moving", target(u"web"_s, u"ghcr.io/acme/web:latest"_s, {expectedImage}), false, {}, {{Kind::MovingTag, {}}}},
    };
    for (const auto &line : table)
        EXPECT_EQ(warningsOf(line.target, line.watched, line.window), line.warnings) << line.what;
}

TEST(WatchPlan, SelectsLikelyTargets)
{
    using Kind = WatchWarning::Kind;
    const auto close = target(u"web"_s, u"web:2"_s, {u"web:1"_s});
    auto far = close;
    far.close = false;
    const std::vector<std::vector<WatchWarning>> warnings = {
        {}, {{Kind::SyncWindow, {}}}, {{Kind::AlreadyRuns, {}}}, {{Kind::AlreadyWatched, {}}}, {{Kind::NoVersion, {}}},
        {}};
    std::vector<TickQuestion> questions;
    for (std::size_t i = 0; i < warnings.size(); ++i)
        questions.push_back({i + 1 < warnings.size() ? close : far, warnings[i]});
    EXPECT_EQ(tickedAtFirst(questions), (std::vector{true, true, false, false, true, false}));
    const std::vector<TickQuestion> sidecar(kMostTicked + 1, TickQuestion{close, warnings[0]});
    EXPECT_EQ(tickedAtFirst(sidecar), std::vector(sidecar.size(), false));
}

TEST(WatchPlan, SelectsProductionOnlyIfChosenBefore)
{
    const auto close = target(u"web"_s, u"web:2"_s, {u"web:1"_s});
    const std::vector<WatchWarning> nothing;
    const std::vector<WatchWarning> runs = {{WatchWarning::Kind::AlreadyRuns, {}}};
    EXPECT_EQ(tickedAtFirst({{close, nothing, true},
                             {close, nothing, true, true},
                             {close, nothing, true, false},
                             {close, nothing, false, false},
                             {close, runs, true, true}}),
              (std::vector{false, true, false, false, false}));
}

TEST(WatchPlan, CreatesOneRequestPerTargetAndOneReleaseForSeveral)
{
    const auto web = target(u"web"_s, u"ghcr.io/acme/web:2"_s, {});
    const auto api = target(u"api"_s, u"ghcr.io/acme/api:2"_s, {});
    const auto other = target(u"api"_s, u"ghcr.io/acme/api:3"_s, {});
    EXPECT_EQ(suggestedRelease({web, web}), u"web 2"_s);
    EXPECT_EQ(suggestedRelease({web, api}), u"web, api 2"_s);
    EXPECT_EQ(suggestedRelease({web, other}), u"web, api"_s);
    auto requests = requestsOf({{web, api}, 1h, 5min, u"Friday"_s, u"ada"_s});
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(requests[1].application, api.entry.key);
    EXPECT_EQ(requests[1].project, u"shop"_s);
    EXPECT_EQ(requests[1].timeout, 1h);
    EXPECT_EQ(requests[1].bake, 5min);
    EXPECT_EQ(requests[1].release, u"Friday"_s);
    EXPECT_EQ(requests[1].who, u"ada"_s);
    requests = requestsOf({{web, target(u"x"_s, {}, {})}, 1h, 5min, u"Friday"_s, u"ada"_s});
    ASSERT_EQ(requests.size(), 1U) << "without an image there is nothing to expect";
    EXPECT_EQ(requests[0].release, QString());
}

TEST(WatchPlan, AllImagesAndTheNoteAreRequested)
{
    const auto image = [](const QString &text) { return parseImageReference(text).value(); };
    auto api = target(u"api"_s, u"ghcr.io/acme/api:2"_s, {u"ghcr.io/acme/api:2"_s});
    api.others = {image(u"ghcr.io/acme/migrate:3"_s)};
    const std::vector both{*api.wanted, api.others.front()};
    auto requests = requestsOf({.chosen = {api}, .note = u"for the sale"_s});
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests[0].images, both);
    EXPECT_EQ(requests[0].note, u"for the sale"_s);
    EXPECT_EQ(suggestedRelease({api}), u"api, migrate"_s);
    EXPECT_EQ(waitCommand(requests, {u"api"_s}),
              u"lynceus wait --app api --image ghcr.io/acme/api:2 --image ghcr.io/acme/migrate:3 --timeout 15m"_s);
    const auto web = target(u"web"_s, u"ghcr.io/acme/web:1"_s, {});
    EXPECT_EQ(waitCommand(requestsOf({.chosen = {api, web}}), {u"api"_s, u"web"_s}),
              u"lynceus wait --app api=ghcr.io/acme/api:2 --app api=ghcr.io/acme/migrate:3 "
              "--app web=ghcr.io/acme/web:1 --timeout 15m"_s);

    api.runsOthers = false;
    EXPECT_TRUE(warningsOf(api, false, {}).empty()) << "one image is missing";
    api.runsOthers = true;
    EXPECT_EQ(warningsOf(api, false, {}), (std::vector<WatchWarning>{{WatchWarning::Kind::AlreadyRuns, {}}}));

    const NamedApplication awaited{.key = api.entry.key, .image = api.wanted, .waitForApp = true, .others = api.others};
    requests = requestsOf({.named = awaited, .note = u"for the sale"_s});
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests[0].images, both);
    EXPECT_EQ(requests[0].note, u"for the sale"_s);
}

TEST(WatchPlan, AnotherVersionNeedsNoImage)
{
    const auto web = target(u"web"_s, u"ghcr.io/acme/web:2"_s, {});
    const auto plain = target(u"x"_s, {}, {});
    const ExpectedVersion commit{ExpectedVersion::Kind::Revision, u"3f2a1b0c44444444444444444444444444444444"_s};
    EXPECT_EQ(suggestedRelease({web, plain}, commit), u"web, x 3f2a1b0"_s);
    const auto requests =
        requestsOf({.chosen = {web, plain}, .timeout = 15min, .release = u"Friday"_s, .version = commit});
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_TRUE(requests[0].images.empty());
    EXPECT_EQ(requests[1].version, commit);
    EXPECT_EQ(requests[1].release, u"Friday"_s);
    EXPECT_EQ(waitCommand(requests, {u"web"_s, u"x"_s}),
              u"lynceus wait --app web --app x --revision "_s + commit.value + u" --timeout 15m"_s);
    EXPECT_TRUE(warningsOf(plain, false, std::nullopt, ExpectedVersion::Kind::Next).empty());
}

TEST(WatchPlan, MissingApplicationIsOneRequest)
{
    const NamedApplication awaited{
        .key = {u"prod"_s, {}, u"preview-7"_s}, .image = parseImageReference(u"web:2"_s).value(), .waitForApp = true};
    const auto requests = requestsOf({.timeout = 15min, .named = awaited});
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_TRUE(requests[0].waitForApp);
    EXPECT_FALSE(requests[0].withChildren);
    EXPECT_EQ(requests[0].application.name, u"preview-7"_s);
    EXPECT_EQ(waitCommand(requests, {u"prod:preview-7"_s}),
              u"lynceus wait --app prod:preview-7 --image "_s + familiarName(*awaited.image)
                  + u" --wait-for-app --timeout 15m"_s);
    EXPECT_TRUE(requestsOf({.timeout = 15min, .named = NamedApplication{.key = awaited.key}}).empty())
        << "without an image there is nothing to expect";
}

TEST(WatchPlan, ParentIsOneRequestForItsChildren)
{
    const NamedApplication parent{.key = {u"prod"_s, u"argocd"_s, u"shop"_s},
                                  .project = u"shop"_s,
                                  .image = parseImageReference(u"web:2"_s).value(),
                                  .withChildren = true};
    const auto requests = requestsOf({.timeout = 15min, .named = parent});
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_TRUE(requests[0].withChildren);
    EXPECT_FALSE(requests[0].waitForApp);
    EXPECT_EQ(requests[0].project, u"shop"_s);
    EXPECT_EQ(waitCommand(requests, {u"prod:shop"_s}),
              u"lynceus wait --app prod:shop --image "_s + familiarName(*parent.image)
                  + u" --with-children --timeout 15m"_s);
}

TEST(WatchPlan, MatchesTheCommandLine)
{
    const auto web = target(u"web"_s, u"ghcr.io/acme/web:2"_s, {});
    const auto api = target(u"api"_s, u"ghcr.io/acme/api:2"_s, {});
    EXPECT_EQ(
        waitCommand(requestsOf({{web, web}, 15min, 5min, {}, {}}), {u"staging:web"_s, u"EU prod:web"_s}),
        u"lynceus wait --app staging:web --app 'EU prod:web' --image ghcr.io/acme/web:2 --timeout 15m --bake 5m"_s);
    EXPECT_EQ(waitCommand(requestsOf({{web, api}, 90min, 0min, {}, {}}), {u"web"_s, u"it's"_s}),
              u"lynceus wait --app web=ghcr.io/acme/web:2 --app 'it'\\''s=ghcr.io/acme/api:2' --timeout 1h30m"_s);
    EXPECT_EQ(waitCommand({}, {}), QString());
}

} // namespace

} // namespace lynceus
