#include "core/domain/tasks/taskstate.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(TaskState, EveryOutcomeHasItsState)
{
    const std::vector<std::pair<Outcome, TaskState>> table = {
        {Outcome::Waiting, TaskState::InProgress},   {Outcome::Deployed, TaskState::Deployed},
        {Outcome::Failed, TaskState::Failed},        {Outcome::TimedOut, TaskState::Failed},
        {Outcome::Superseded, TaskState::Cancelled}, {Outcome::Aborted, TaskState::Aborted},
        {Outcome::Gone, TaskState::AppNotFound},     {Outcome::SignInNeeded, TaskState::Aborted},
        {Outcome::Cancelled, TaskState::Cancelled},
    };
    ASSERT_EQ(table.size(), static_cast<std::size_t>(Outcome::Cancelled) + 1) << "Cancelled is the last outcome";
    for (const auto &[outcome, state] : table)
        EXPECT_EQ(taskStateOf(outcome), state) << nameOf(outcome).toStdString();
}

// A false "deployed" is the worst error. A running task that is reported as ended is no longer watched.
TEST(TaskState, OnlyDeployedIsSuccessAndOnlyWaitingIsInProgress)
{
    for (int number = 0; number <= static_cast<int>(Outcome::Cancelled); ++number) {
        const auto outcome = static_cast<Outcome>(number);
        EXPECT_EQ(taskStateOf(outcome) == TaskState::Deployed, outcome == Outcome::Deployed);
        EXPECT_EQ(taskStateOf(outcome) == TaskState::InProgress, outcome == Outcome::Waiting);
    }
    EXPECT_EQ(taskStateOf(static_cast<Outcome>(99)), TaskState::Aborted);
}

TEST(TaskState, NamesAreThoseOfTheApi)
{
    EXPECT_EQ(nameOf(TaskState::InProgress), u"in progress"_s);
    EXPECT_EQ(nameOf(TaskState::Deployed), u"deployed"_s);
    EXPECT_EQ(nameOf(TaskState::Failed), u"failed"_s);
    EXPECT_EQ(nameOf(TaskState::AppNotFound), u"app not found"_s);
    EXPECT_EQ(nameOf(TaskState::Aborted), u"aborted"_s);
    EXPECT_EQ(nameOf(TaskState::Cancelled), u"cancelled"_s);
    for (const auto state : kTaskStates)
        EXPECT_EQ(taskStateFrom(nameOf(state)), state);
    EXPECT_EQ(taskStateFrom(u"accepted"_s), std::nullopt);
    EXPECT_EQ(taskStateFrom(u"Deployed"_s), std::nullopt);
}

} // namespace lynceus
