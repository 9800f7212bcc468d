#include "core/domain/tasks/taskchange.h"

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

TEST(TaskChange, RequestContainsFilterAndPosition)
{
    const auto whole = taskChangeRequestFrom(
        "/api/v1/events?task=8613E9ED-3c98-4ac8-a5ee-6474d1af1b4c&app=shop+web&project=a%26b&after=7", {});
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->filter, (TaskChangeFilter{u"8613e9ed-3c98-4ac8-a5ee-6474d1af1b4c"_s, u"shop web"_s, u"a&b"_s}));
    EXPECT_EQ(whole->after, 7);
    const auto empty = taskChangeRequestFrom("/api/v1/events", {});
    ASSERT_TRUE(empty);
    EXPECT_EQ(empty->filter, TaskChangeFilter());
    EXPECT_EQ(empty->after, std::nullopt);
    EXPECT_EQ(taskChangeRequestFrom("/api/v1/events?after=7", "9")->after, 9) << "a browser repeats the address";
    EXPECT_EQ(taskChangeRequestFrom("/api/v1/events?app=a%00b", {})->filter.app, u"ab"_s);
}

TEST(TaskChange, RejectsInvalidNumbersAndIds)
{
    for (const auto *target :
         {"/e?task=x", "/e?after=-1", "/e?after=x", "/e?after=1234567890123456789", "/e?after=1%2B"})
        EXPECT_FALSE(taskChangeRequestFrom(target, {})) << target;
    for (const auto *id : {"x", "-1", " 1", "1234567890123456789"})
        EXPECT_FALSE(taskChangeRequestFrom("/e", id)) << id;
}

TEST(TaskChange, FilterNeedsAllConditions)
{
    const TaskChange change{1, u"a"_s, u"web"_s, u"shop"_s, TaskState::Failed};
    EXPECT_TRUE(TaskChangeFilter().matches(change));
    EXPECT_TRUE((TaskChangeFilter{u"a"_s, u"web"_s, u"shop"_s}).matches(change));
    EXPECT_FALSE((TaskChangeFilter{u"b"_s, u"web"_s, u"shop"_s}).matches(change));
    EXPECT_FALSE((TaskChangeFilter{{}, u"we"_s, {}}).matches(change));
    EXPECT_FALSE((TaskChangeFilter{{}, {}, u"shop2"_s}).matches(change));
}

} // namespace lynceus::test
