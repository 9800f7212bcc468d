#include "core/domain/environments/environment.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using By = Environment::By;

Environment environment(const QString &name, By by, const QString &rule)
{
    Environment made{.name = name, .colour = u"#c62f3d"_s, .by = by, .label = {}, .values = {}};
    setRuleText(made, rule);
    return made;
}

QString nameFor(const std::vector<Environment> &all, const Application &application, const QString &instance)
{
    const auto *found = environmentOf(all, environmentSubject(application, instance));
    return found ? found->name : u"none"_s;
}

TEST(Environments, FirstMatchWins)
{
    const std::vector all = {environment(u"live"_s, By::Label, u"acme.example/stage=prod, production"_s),
                             environment(u"partner"_s, By::Project, u"partner-*"_s),
                             environment(u"test"_s, By::Namespace, u"*-test, qa"_s),
                             environment(u"prod"_s, By::Instance, u"prod, prod-*"_s)};
    struct Line
    {
        QString instance;
        QString nameSpace;
        QString project;
        std::map<QString, QString> labels;
        QString wanted;
    };
    const std::vector<Line> table = {
        {u"dev"_s, u"shop"_s, u"shop"_s, {}, u"none"_s},
        {u"prod"_s, u"shop"_s, u"shop"_s, {}, u"prod"_s},
        {u"PROD-eu"_s, u"shop"_s, u"shop"_s, {}, u"prod"_s},
        {u"preprod"_s, u"shop"_s, u"shop"_s, {}, u"none"_s},
        {u"prod"_s, u"shop-test"_s, u"shop"_s, {}, u"test"_s},
        {u"prod"_s, u"qa"_s, u"shop"_s, {}, u"test"_s},
        {u"prod"_s, u"qa-2"_s, u"shop"_s, {}, u"prod"_s},
        {u"prod"_s, u"shop-test"_s, u"partner-acme"_s, {}, u"partner"_s},
        {u"dev"_s, {}, {}, {{u"acme.example/stage"_s, u"Production"_s}}, u"live"_s},
        {u"dev"_s, {}, {}, {{u"acme.example/stage"_s, u"dev"_s}}, u"none"_s},
        {u"dev"_s, {}, {}, {{u"stage"_s, u"prod"_s}}, u"none"_s},
        {{}, {}, {}, {}, u"none"_s},
    };
    for (const auto &line : table) {
        Application application;
        application.destinationNamespace = line.nameSpace;
        application.project = line.project;
        application.labels = line.labels;
        EXPECT_EQ(nameFor(all, application, line.instance), line.wanted)
            << qPrintable(line.instance + u' ' + line.nameSpace + u' ' + line.project);
    }
}

TEST(Environments, ClusterHasANameOrAnAddress)
{
    const std::vector all = {environment(u"prod"_s, By::Cluster, u"prod-*, https://10.0.0.7"_s)};
    for (const auto &[cluster, wanted] : {std::pair(u"prod-eu"_s, u"prod"_s),
                                          {u"https://10.0.0.7"_s, u"prod"_s},
                                          {u"in-cluster"_s, u"none"_s},
                                          {QString(), u"none"_s}}) {
        Application application;
        application.destinationCluster = cluster;
        EXPECT_EQ(nameFor(all, application, u"hub"_s), wanted) << qPrintable(cluster);
    }
}

TEST(Environments, StarMatchesAnyCharacters)
{
    const auto fits = [](const QString &pattern, const QString &text) {
        return nameFor({environment(u"it"_s, By::Instance, pattern)}, {}, text) == "it"_L1;
    };
    EXPECT_TRUE(fits(u"*"_s, u"anything"_s));
    EXPECT_TRUE(fits(u"a*b*c"_s, u"a-b-b-c"_s));
    EXPECT_FALSE(fits(u"a*b*c"_s, u"a-b-c-d"_s));
    EXPECT_TRUE(fits(u"a**"_s, u"a"_s));
    EXPECT_FALSE(fits(u"a.c"_s, u"abc"_s)) << "no regular expression";
    EXPECT_FALSE(fits(u"*a*a*a*a*a*a*a*a*b"_s, QString(250, u'a'))) << "and ends soon";
}

TEST(Environments, RuleRoundTripsThroughItsText)
{
    for (const auto &[by, text] : {std::pair{By::Instance, u"prod, prod-*"_s},
                                   {By::Label, u"stage=prod, live"_s},
                                   {By::Namespace, u"shop"_s},
                                   {By::Project, QString()},
                                   {By::Label, QString()}})
        EXPECT_EQ(ruleText(environment(u"e"_s, by, text)), text);
    EXPECT_EQ(environment(u"e"_s, By::Project, u" a,, b ,"_s).values, (QStringList{u"a"_s, u"b"_s}));
    EXPECT_EQ(environment(u"e"_s, By::Label, u"prod"_s).label, QString()) << "which checkEnvironments() refuses";
}

TEST(Environments, InvalidRuleIsReportedWithAValidExample)
{
    const auto good = environment(u"prod"_s, By::Instance, u"prod"_s);
    const auto changed = [&good](auto change) {
        auto bad = good;
        change(bad);
        return std::vector{environment(u"dev"_s, By::Project, u"dev"_s), bad};
    };
    EXPECT_TRUE(checkEnvironments({}));
    EXPECT_TRUE(checkEnvironments(changed([](Environment &) {})));
    struct Line
    {
        std::vector<Environment> environments;
        QString message;
    };
    const std::vector<Line> table = {
        {changed([](Environment &bad) { bad.name = u" "_s; }), u"environment 2: the name is missing"_s},
        {changed([](Environment &bad) { bad.name = u"DEV"_s; }), u"environment “DEV”: there are two with this name"_s},
        {changed([](Environment &bad) { bad.name = QString(25, u'x'); }),
         u"environment “%1”: the name has more than 24 characters"_s.arg(QString(25, u'x'))},
        {changed([](Environment &bad) { bad.colour = u"red"_s; }),
         u"environment “prod”: “red” is not a colour such as #c62f3d"_s},
        {changed([](Environment &bad) { bad.values.clear(); }),
         u"environment “prod”: enter at least one instance, such as prod or prod-*"_s},
        {changed([](Environment &bad) { bad.by = By::Label; }),
         u"environment “prod”: the key of the label is missing; enter the rule as stage=prod"_s},
        {changed([](Environment &bad) { bad.values = {QString(254, u'x')}; }),
         u"environment “prod”: a value is empty or has more than 253 characters"_s},
        {std::vector<Environment>(51, good), u"there are more than 50 environments"_s},
    };
    for (const auto &line : table) {
        const auto checked = checkEnvironments(line.environments);
        ASSERT_FALSE(checked) << qPrintable(line.message);
        EXPECT_EQ(checked.error().message, line.message);
    }
}

} // namespace

} // namespace lynceus
