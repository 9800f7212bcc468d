// Notifications about watches that a follow rule registered.
#include "core/domain/notify/notificationpolicy.h"
#include "core/domain/watch/watchrequests.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {
namespace {

constexpr Instant kZero{1'795'000'000s};

class FollowedNotice : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_policy.started();
        setNotify(FollowRule::Notify::Problems);
    }

    void setNotify(FollowRule::Notify notify)
    {
        FollowRule rule;
        rule.name = u"shop"_s;
        rule.notify = notify;
        m_policy.setRules({rule});
    }

    [[nodiscard]] static WatchRecord followed(Outcome outcome, const QString &id = u"w1"_s)
    {
        WatchRecord watch;
        watch.id = id;
        watch.request.application = {u"prod"_s, u"argocd"_s, u"web"_s};
        watch.request.who = followerName(u"shop"_s);
        watch.request.release = u"shop: web 1.5.0"_s;
        watch.expectation.application = watch.request.application;
        watch.verdict.outcome = outcome;
        return watch;
    }

    /// Kinds of the notifications that are shown for @p watch at once and within a minute.
    QStringList shown(const WatchRecord &watch)
    {
        QStringList kinds;
        const auto take = [&](const std::vector<Intent> &intents) {
            for (const auto &intent : intents) {
                if (intent.act != Intent::Act::Withdraw)
                    kinds += nameOf(intent.notice.kind);
            }
        };
        take(m_policy.watchChanged(watch, m_now));
        m_now += 1min;
        take(m_policy.tick(m_now));
        return kinds;
    }

    NotificationPolicy m_policy;
    Instant m_now = kZero;
};

TEST_F(FollowedNotice, RuleForProblemsNotifiesOnlyProblems)
{
    EXPECT_EQ(shown(followed(Outcome::Waiting)), QStringList());
    EXPECT_EQ(shown(followed(Outcome::Deployed)), QStringList());
    EXPECT_EQ(shown(followed(Outcome::Waiting, u"w2"_s)), QStringList());
    EXPECT_TRUE(shown(followed(Outcome::Failed, u"w2"_s)).contains(nameOf(NoticeKind::Failed)));
}

TEST_F(FollowedNotice, RuleForAllNotifiesAll)
{
    setNotify(FollowRule::Notify::All);
    EXPECT_EQ(shown(followed(Outcome::Waiting)), QStringList()) << "starts are notified only if enabled";
    EXPECT_TRUE(shown(followed(Outcome::Deployed)).contains(nameOf(NoticeKind::Deployed)));
}

TEST_F(FollowedNotice, RuleForNothingNotifiesNothing)
{
    setNotify(FollowRule::Notify::Nothing);
    EXPECT_EQ(shown(followed(Outcome::Waiting)), QStringList());
    EXPECT_EQ(shown(followed(Outcome::Failed)), QStringList());
}

TEST_F(FollowedNotice, RemovedRuleNotifiesProblems)
{
    m_policy.setRules({});
    EXPECT_EQ(shown(followed(Outcome::Waiting)), QStringList());
    EXPECT_FALSE(shown(followed(Outcome::TimedOut)).isEmpty());
}

TEST_F(FollowedNotice, ManualWatchesNotifyAsConfigured)
{
    setNotify(FollowRule::Notify::Nothing);
    auto own = followed(Outcome::Waiting);
    own.request.who = u"ann"_s;
    own.request.release.clear();
    EXPECT_EQ(shown(own), QStringList());
    own.verdict.outcome = Outcome::Deployed;
    EXPECT_EQ(shown(own), QStringList{nameOf(NoticeKind::Deployed)});
}

} // namespace
} // namespace lynceus
