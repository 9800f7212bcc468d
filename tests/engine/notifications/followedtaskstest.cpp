#include "core/engine/notifications/followedtasks.h"

#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/watchmaker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace lynceus {

namespace {

ServerTask taskOf(const QString &id, const QString &author, TaskState state = TaskState::InProgress)
{
    ServerTask task;
    task.id = id;
    task.app = u"shop-web"_s;
    task.author = author;
    task.images = {{u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s}};
    task.state = state;
    task.stateName = nameOf(state);
    task.created = test::kRegisteredAt;
    task.updated = test::kRegisteredAt + std::chrono::minutes(1);
    return task;
}

class FollowedTasksTest : public testing::Test
{
protected:
    void SetUp() override
    {
        TeamServerState build;
        build.server.place.id = u"t1"_s;
        build.server.place.name = u"build"_s;
        engine.putTeamServer(build);
        engine.start();
        QObject::connect(&tasks, &FollowedTasks::taskChanged, &tasks, [this](const WatchRecord &task, bool isNews) {
            reported.append(taskPlaceOf(task.id)->task + (isNews ? u" news"_s : QString()));
        });
        QObject::connect(&tasks, &FollowedTasks::taskRemoved, &tasks,
                         [this](const QString &id) { reported.append(taskPlaceOf(id)->task + u" gone"_s); });
        tasks.setAuthors({u"ada"_s});
    }

    test::FakeClock clock;
    test::FakeEngine engine{clock};
    FollowedTasks tasks{engine};
    QStringList reported;
};

} // namespace

TEST_F(FollowedTasksTest, TasksThatEndedBeforeTheFirstListAreNotNew)
{
    engine.putServerTasks(
        u"t1"_s, {taskOf(u"1"_s, u"ada"_s, TaskState::Failed), taskOf(u"2"_s, u"ada"_s), taskOf(u"3"_s, u"bob"_s)},
        true);
    EXPECT_THAT(reported, ElementsAre(u"1"_s, u"2 news"_s));
    reported.clear();
    engine.putServerTasks(u"t1"_s, {taskOf(u"2"_s, u"ada"_s, TaskState::Failed), taskOf(u"2"_s, u"ada"_s)});
    EXPECT_THAT(reported, ElementsAre(u"2 news"_s, u"2 news"_s));
    EXPECT_EQ(tasks.tasks().size(), 2);
}

TEST_F(FollowedTasksTest, ChangedAuthorsAndRulesApplyImmediately)
{
    engine.putServerTasks(u"t1"_s, {taskOf(u"1"_s, u"ada"_s), taskOf(u"2"_s, u"bob"_s, TaskState::Failed)});
    reported.clear();
    tasks.setAuthors({u"Bob"_s});
    EXPECT_THAT(reported, ElementsAre(u"1 gone"_s, u"2"_s)) << "the task had ended, so nothing is notified";
    reported.clear();
    FollowRule rule;
    rule.name = u"shop"_s;
    rule.filter = u"name:shop"_s;
    engine.putRules({rule});
    EXPECT_THAT(reported, ElementsAre(u"1 news"_s));
    engine.putRules({});
    EXPECT_EQ(tasks.tasks().size(), 1);
}

TEST_F(FollowedTasksTest, OwnWatchOfTheSameVersionReplacesTheTask)
{
    engine.putServerTasks(u"t1"_s, {taskOf(u"1"_s, u"ada"_s)});
    reported.clear();
    const auto watch = test::makeWatch(u"w1"_s);
    engine.putWatch(watch);
    EXPECT_THAT(reported, ElementsAre(u"1 gone"_s));
    engine.dismissWatch(u"w1"_s);
    EXPECT_THAT(reported, ElementsAre(u"1 gone"_s, u"1 news"_s));
}

TEST_F(FollowedTasksTest, DismissedTasksAndTasksOfRemovedServersAreExcluded)
{
    engine.putServerTasks(u"t1"_s, {taskOf(u"1"_s, u"ada"_s), taskOf(u"2"_s, u"ada"_s)});
    tasks.setDismissed({taskWatchId({u"t1"_s, u"1"_s})});
    EXPECT_THAT(tasks.tasks().keys(), ElementsAre(taskWatchId({u"t1"_s, u"2"_s})));
    tasks.setDismissed({});
    EXPECT_EQ(tasks.tasks().size(), 2);
    engine.dropTeamServer(u"t1"_s);
    EXPECT_THAT(tasks.tasks(), IsEmpty());
}

} // namespace lynceus
