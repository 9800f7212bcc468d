#include "core/domain/deployments/deploymentfilter.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {
namespace {

constexpr Instant kNow{1'795'000'000s};

Deployment shopWeb()
{
    Deployment made;
    made.application = {u"i1"_s, u"argocd"_s, u"shop-web"_s};
    made.project = u"shop"_s;
    made.outcome = Deployment::Outcome::TimedOut;
    made.proof = Deployment::Proof::Watched;
    made.actor = {Actor::Kind::ImageUpdater, u"Ann <ann@acme.example>"_s};
    made.images = {{u"ghcr.io/acme/shop-web"_s, {u"1.4.0"_s}, {u"1.5.0"_s}, false}};
    made.revisionsTo = QStringList{u"3f2a1b0c"_s};
    made.commit = RevisionMetadata{u"Ann"_s, u"Raise the limit"_s, kNow};
    made.cause = u"images-unproven"_s;
    made.rule = u"shop"_s;
    made.startedAt = kNow - 5h;
    return made;
}

bool fits(const QString &filter)
{
    return DeploymentMatcher(parseDeploymentFilter(filter)).fits(shopWeb(), u"Production"_s, kNow);
}

QStringList problemsOf(const QString &text)
{
    const auto filter = parseDeploymentFilter(text);
    QStringList problems;
    for (const auto &token : filter.words.tokens)
        problems += token.problem;
    for (const auto &token : filter.tokens)
        problems += token.problem;
    problems.removeAll(QString());
    return problems;
}

TEST(DeploymentFilter, SupportsTheFieldsOfApplications)
{
    for (const auto &filter :
         {u""_s, u"web"_s, u"SHOP project:shop"_s, u"instance:prod name:web"_s, u"image:shop-web:1.5"_s,
          u"ghcr.io/acme/shop-web:1.4.0"_s, u"-project:legacy"_s, u"namespace:argocd,other"_s})
        EXPECT_TRUE(fits(filter)) << filter.toStdString();
    for (const auto &filter : {u"api"_s, u"project:legacy"_s, u"-web"_s, u"image:raise"_s, u"name:3f2a"_s})
        EXPECT_FALSE(fits(filter)) << filter.toStdString();
}

TEST(DeploymentFilter, FreeWordsMatchCommitsAndCauses)
{
    for (const auto &filter : {u"3f2a1"_s, u"\"raise the limit\""_s, u"ann"_s, u"unproven"_s, u"limit web"_s})
        EXPECT_TRUE(fits(filter)) << filter.toStdString();
    EXPECT_FALSE(fits(u"lower"_s));
}

TEST(DeploymentFilter, HasItsOwnFields)
{
    for (const auto &filter : {u"outcome:timed"_s, u"outcome:failed,timed-out"_s, u"-outcome:deployed"_s,
                               u"proof:watched"_s, u"actor:image-updater"_s, u"actor:ann"_s, u"rule:shop"_s,
                               u"since:6h"_s, u"since:1d outcome:timed-out web"_s, u"outcome:"_s, u"OUTCOME:Timed"_s})
        EXPECT_TRUE(fits(filter)) << filter.toStdString();
    for (const auto &filter : {u"outcome:failed"_s, u"-outcome:timed-out"_s, u"proof:observed"_s, u"actor:bob"_s,
                               u"rule:other"_s, u"since:4h"_s, u"-rule:shop"_s})
        EXPECT_FALSE(fits(filter)) << filter.toStdString();
}

TEST(DeploymentFilter, ReportsUnknownWordsWithoutHidingAnything)
{
    EXPECT_EQ(problemsOf(u"outcome:broken"_s),
              QStringList{u"broken is not one of in-progress, deployed, failed, timed-out, superseded, unknown"_s});
    EXPECT_EQ(problemsOf(u"since:soon"_s), QStringList{u"soon is not a duration, for example 24h or 7d"_s});
    EXPECT_EQ(problemsOf(u"-since:1h"_s), QStringList{u"since takes one duration, for example since:24h"_s});
    EXPECT_EQ(problemsOf(u"health:degraded"_s),
              QStringList{u"deployments have no health; the fields are outcome, actor, since, proof, rule, name, "
                          "namespace, instance, project, image"_s});
    EXPECT_EQ(problemsOf(u"outcom:failed"_s).size(), 1);
    EXPECT_EQ(problemsOf(u"outcome:failed since:7d web"_s), QStringList());
    for (const auto &filter : {u"outcome:broken"_s, u"since:soon"_s, u"-since:1h"_s, u"health:degraded"_s})
        EXPECT_TRUE(fits(filter)) << filter.toStdString();
}

TEST(DeploymentFilter, ReportsThePositionsOfItsWords)
{
    const auto filter = parseDeploymentFilter(u"web  -outcome:failed"_s);
    ASSERT_EQ(filter.tokens.size(), 1U);
    EXPECT_EQ(filter.tokens[0].start, 5);
    EXPECT_EQ(filter.tokens[0].length, 15);
    EXPECT_EQ(filter.words.tokens.size(), 1U);
}

} // namespace
} // namespace lynceus
