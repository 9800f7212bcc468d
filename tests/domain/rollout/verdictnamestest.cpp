#include "core/domain/rollout/verdict/verdict.h"

#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

using namespace lynceus;

namespace {

template<typename Enum>
void expectStableNames(Enum last)
{
    static const QRegularExpression kKebab(QStringLiteral("^[a-z]+(-[a-z]+)*$"));
    QSet<QString> seen;
    for (int value = 0; value <= static_cast<int>(last); ++value) {
        const auto name = nameOf(static_cast<Enum>(value));
        EXPECT_TRUE(kKebab.match(name).hasMatch()) << name.toStdString();
        EXPECT_FALSE(seen.contains(name)) << name.toStdString();
        seen.insert(name);
    }
}

TEST(VerdictNames, AreKebabCaseAndDistinct)
{
    expectStableNames(Stage::Stable);
    expectStableNames(Outcome::Cancelled);
    expectStableNames(Blocker::Kind::ComparisonAwaited);
    expectStableNames(Cause::Kind::RolledBack);
    expectStableNames(Note::Kind::MovingTag);
}

TEST(VerdictNames, MatchTheDesign)
{
    EXPECT_EQ(nameOf(Outcome::TimedOut).toStdString(), "timed-out");
    EXPECT_EQ(nameOf(Outcome::SignInNeeded).toStdString(), "sign-in-needed");
    EXPECT_EQ(nameOf(Blocker::Kind::AutoSyncOff).toStdString(), "auto-sync-off");
    EXPECT_EQ(nameOf(Blocker::Kind::SignIn).toStdString(), "sign-in");
    EXPECT_EQ(nameOf(Cause::Kind::ImageNotInApplication).toStdString(), "image-not-in-application");
    EXPECT_EQ(nameOf(Cause::Kind::CrashLoop).toStdString(), "crash-loop");
    EXPECT_EQ(nameOf(Note::Kind::NoPods).toStdString(), "no-pods");
    EXPECT_EQ(nameOf(Stage::None).toStdString(), "none");
}

} // namespace
