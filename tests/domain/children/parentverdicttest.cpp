#include "core/domain/children/parentverdict.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

Verdict ended(Outcome outcome, Stage stage = Stage::Running)
{
    Verdict verdict;
    verdict.outcome = outcome;
    verdict.stage = stage;
    return verdict;
}

Blocker notCreated()
{
    return {Blocker::Kind::NotCreated, {u"argoproj.io"_s, u"Application"_s, {}, u"shop-new"_s}, {}, std::nullopt};
}

} // namespace

TEST(ParentVerdict, WaitsForExistingAndExpectedChildren)
{
    ParentState state;
    state.blocker = notCreated();
    EXPECT_EQ(parentVerdict(state).outcome, Outcome::Waiting) << "no child yet";
    EXPECT_EQ(parentVerdict(state).stage, Stage::None);
    state.children = {ended(Outcome::Deployed), ended(Outcome::Waiting, Stage::Applied)};
    auto verdict = parentVerdict(state);
    EXPECT_EQ(verdict.outcome, Outcome::Waiting);
    EXPECT_EQ(verdict.stage, Stage::Applied) << "the stage that all children have reached";
    EXPECT_EQ(verdict.blocker, notCreated());
    state.isLate = true;
    EXPECT_EQ(parentVerdict(state).outcome, Outcome::Waiting) << "a bake time may end after the deadline";
    state.isLate = false;
    state.children = {ended(Outcome::Deployed)};
    EXPECT_EQ(parentVerdict(state).outcome, Outcome::Waiting) << "another child is expected";
    state.blocker.reset();
    state.isComplete = true;
    verdict = parentVerdict(state);
    EXPECT_EQ(verdict.outcome, Outcome::Deployed);
    EXPECT_FALSE(verdict.blocker || verdict.cause);
}

TEST(ParentVerdict, WorstChildDecides)
{
    ParentState state;
    state.isComplete = true;
    auto failed = ended(Outcome::Failed, Stage::Rolling);
    failed.cause = Cause{};
    failed.cause->kind = Cause::Kind::ImagePull;
    auto late = ended(Outcome::TimedOut, Stage::None);
    late.blocker = Blocker{Blocker::Kind::AutoSyncOff, {}, {}, std::nullopt};
    state.children = {ended(Outcome::Deployed), late, failed};
    const auto verdict = parentVerdict(state);
    EXPECT_EQ(verdict.outcome, Outcome::Failed);
    ASSERT_TRUE(verdict.cause);
    EXPECT_EQ(verdict.cause->kind, Cause::Kind::ImagePull);
    EXPECT_FALSE(verdict.blocker);
    state.children = {ended(Outcome::Deployed), late};
    EXPECT_EQ(parentVerdict(state).outcome, Outcome::TimedOut);
    EXPECT_EQ(parentVerdict(state).blocker, late.blocker);
}

TEST(ParentVerdict, NamesMissingChildrenAtTheDeadline)
{
    ParentState state;
    state.blocker = notCreated();
    state.isLate = true;
    for (const auto &children : {std::vector<Verdict>{}, std::vector{ended(Outcome::Deployed)}}) {
        state.children = children;
        EXPECT_EQ(parentVerdict(state).outcome, Outcome::TimedOut);
        EXPECT_EQ(parentVerdict(state).blocker, notCreated());
    }
}

TEST(ParentVerdict, IsNotCountedBesideAChildWithTheSameVerdict)
{
    WatchRecord parent;
    parent.id = u"wprnt"_s;
    WatchRecord child;
    child.id = u"wchld"_s;
    EXPECT_FALSE(isSaidByChild(parent, child)) << "not a child of the parent";
    parent.children = {child.id};
    EXPECT_TRUE(isSaidByChild(parent, child)) << "both wait";
    EXPECT_FALSE(isSaidByChild(child, parent));
    child.verdict.outcome = Outcome::Deployed;
    EXPECT_FALSE(isSaidByChild(parent, child)) << "another child is expected";
}

} // namespace lynceus
