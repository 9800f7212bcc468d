#include "app/cli/output/applications/applicationlist.h"

#include "app/cli/applications/applicationselection.h"
#include "app/cli/applications/pattern.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

Application application(const QString &name, HealthStatus health = HealthStatus::Healthy,
                        SyncStatus sync = SyncStatus::Synced, const QStringList &images = {})
{
    Application application;
    application.name = name;
    application.nameSpace = u"argocd"_s;
    application.project = u"shop"_s;
    application.health.status = health;
    application.sync = sync;
    application.summaryImages = images;
    return application;
}

std::vector<Application> fleet()
{
    std::vector<Application> all{
        application(u"web-10"_s, HealthStatus::Degraded, SyncStatus::OutOfSync, {u"ghcr.io/acme/web:1.5.0"_s}),
        application(u"web-2"_s, HealthStatus::Healthy, SyncStatus::Synced,
                    {u"ghcr.io/acme/web:1.4.0"_s, u"ghcr.io/acme/sidecar:3"_s}),
        application(u"Api"_s, HealthStatus::None, SyncStatus::Unknown)};
    all[2].project = u"legacy"_s;
    return all;
}

QStringList namesOf(const ApplicationRows &rows)
{
    QStringList names;
    for (const auto &row : rows)
        names << row.application->name;
    return names;
}

QStringList selected(const AppsOptions &options)
{
    const auto all = fleet();
    return namesOf(selectedApplications(options, all, u"prod"_s));
}

ApplicationRows rowsOf(const std::vector<Application> &applications)
{
    return selectedApplications({}, applications, u"prod"_s);
}

} // namespace

TEST(ApplicationTable, HasColumnsAsWideAsTheyNeedAndNaturalOrder)
{
    const auto all = fleet();
    EXPECT_EQ(applicationTable(rowsOf(all), {}).toStdString(),
              "NAME    PROJECT  HEALTH       SYNC       IMAGES\n"
              "Api     legacy   –            Unknown\n"
              "web-2   shop     Healthy      Synced     ghcr.io/acme/web:1.4.0, ghcr.io/acme/sidecar:3\n"
              "web-10  shop     Degraded     OutOfSync  ghcr.io/acme/web:1.5.0\n");
}

TEST(ApplicationTable, ShowsNamespacesIfThereAreSeveral)
{
    auto all = fleet();
    all[0].nameSpace = u"team-a"_s;
    EXPECT_EQ(applicationTable(rowsOf(all), {}).split('\n').front(),
              "NAME    NAMESPACE  PROJECT  HEALTH       SYNC       IMAGES");
}

TEST(ApplicationTable, ShowsInstancesIfThereAreSeveral)
{
    const auto all = fleet();
    auto rows = selectedApplications({.names = {u"web-*"_s}}, all, u"staging"_s);
    const auto others = selectedApplications({.names = {u"web-2"_s}}, all, u"prod"_s);
    rows.insert(rows.end(), others.begin(), others.end());
    sortNaturally(rows);
    EXPECT_EQ(applicationTable(rows, {}, true).toStdString(),
              "INSTANCE  NAME    PROJECT  HEALTH       SYNC       IMAGES\n"
              "prod      web-2   shop     Healthy      Synced     ghcr.io/acme/web:1.4.0, ghcr.io/acme/sidecar:3\n"
              "staging   web-2   shop     Healthy      Synced     ghcr.io/acme/web:1.4.0, ghcr.io/acme/sidecar:3\n"
              "staging   web-10  shop     Degraded     OutOfSync  ghcr.io/acme/web:1.5.0\n");
}

TEST(ApplicationJson, WrittenInPartsIsOneArray)
{
    const auto one = application(u"web"_s);
    const ApplicationRows rows{{&one, u"prod"_s}};
    const auto whole = applicationJson({rows[0], rows[0], rows[0]});
    EXPECT_EQ(applicationJson(rows, ListPart::First) + applicationJson(rows, ListPart::Next)
                  + applicationJson(rows, ListPart::Last),
              whole);
    EXPECT_EQ(applicationJson(rows, ListPart::First) + applicationJson({}, ListPart::Last), applicationJson(rows));
    const auto csv = applicationCsv({rows[0], rows[0]});
    EXPECT_EQ(applicationCsv(rows, ListPart::First) + applicationCsv(rows, ListPart::Last), csv);
}

TEST(ApplicationTable, FitsTheTerminalAndHighlightsWithColour)
{
    const auto all = fleet();
    const auto text = QString::fromUtf8(applicationTable(rowsOf(all), {.colour = true, .width = 60, .utc = false}));
    EXPECT_TRUE(text.contains(u"\x1b[31mDegraded\x1b[0m"_s));
    EXPECT_TRUE(text.contains(u"ghcr.io/acme/web:1…"_s)) << text.toStdString();
}

TEST(ApplicationTable, EscapesControlSequencesOfServers)
{
    std::vector<Application> all{
        application(u"web\x1b[2Jx"_s, HealthStatus::Healthy, SyncStatus::Synced, {u"a\nb\u009bc"_s})};
    const auto text = applicationTable(rowsOf(all), {});
    EXPECT_FALSE(text.contains('\x1b'));
    EXPECT_EQ(text.count('\n'), 2);
    EXPECT_FALSE(QString::fromUtf8(text).contains(u'\u009b'));
}

TEST(ApplicationCsv, QuotesFieldsThatNeedIt)
{
    auto one = application(u"web"_s, HealthStatus::Healthy, SyncStatus::Synced, {u"a:1"_s, u"b:2"_s});
    one.project = u"=shop, \"old\""_s;
    one.revisions = {u"abc"_s};
    one.operationState.emplace();
    one.operationState->phase = OperationPhase::Succeeded;
    one.operationState->finishedAt = *parseRfc3339("2026-11-23T08:32:52Z");
    EXPECT_EQ(applicationCsv({{&one, u"prod"_s}}).toStdString(),
              "instance,namespace,name,project,health,sync,revisions,images,operation,finishedAt\r\n"
              "prod,argocd,web,\"'=shop, \"\"old\"\"\",Healthy,Synced,abc,a:1 b:2,Succeeded,2026-11-23T08:32:52Z\r\n");
}

TEST(ApplicationJson, IsAnArrayOrOneObjectPerLine)
{
    auto one = application(u"web"_s, HealthStatus::Healthy, SyncStatus::Synced, {u"a:1"_s});
    one.labels = {{u"team"_s, u"shop"_s}};
    const std::string object =
        R"({"instance":"prod","namespace":"argocd","name":"web","project":"shop","health":"Healthy","sync":"Synced",)"
        R"("revisions":[],"images":["a:1"],"operation":null,"finishedAt":null,"createdAt":null,"labels":{"team":"shop"}})";
    EXPECT_EQ(applicationJsonLines({{&one, u"prod"_s}}).toStdString(), object + "\n");
    EXPECT_EQ(applicationJson({{&one, u"prod"_s}, {&one, u"prod"_s}}).toStdString(),
              "[\n" + object + ",\n" + object + "\n]\n");
    EXPECT_EQ(applicationJson({}), "[]\n");
    EXPECT_EQ(applicationJsonLines({}), "");
}

TEST(ApplicationSelection, FiltersByEachKind)
{
    EXPECT_EQ(selected({}), (QStringList{u"Api"_s, u"web-2"_s, u"web-10"_s}));
    EXPECT_EQ(selected({.projects = {u"legacy"_s}}), QStringList{u"Api"_s});
    EXPECT_EQ(selected({.health = {HealthStatus::Degraded}}), QStringList{u"web-10"_s});
    EXPECT_EQ(selected({.health = {HealthStatus::Degraded, HealthStatus::Healthy}}),
              (QStringList{u"web-2"_s, u"web-10"_s}));
    EXPECT_EQ(selected({.sync = {SyncStatus::OutOfSync}}), QStringList{u"web-10"_s});
    EXPECT_EQ(selected({.images = {u"SIDECAR"_s}}), QStringList{u"web-2"_s});
    EXPECT_EQ(selected({.images = {u"*/web:1.5.*"_s}}), QStringList{u"web-10"_s});
    EXPECT_EQ(selected({.names = {u"web-?"_s, u"api"_s}}), (QStringList{u"Api"_s, u"web-2"_s}));
    EXPECT_EQ(selected({.appNamespace = u"team-a"_s}), QStringList{});
}

TEST(Patterns, AreGlobsOrParts)
{
    EXPECT_TRUE(matchesPattern(u"shop-web", u"op-w"));
    EXPECT_FALSE(matchesPattern(u"shop-web", u"op-x"));
    EXPECT_TRUE(matchesPattern(u"shop-web", u"*"));
    EXPECT_TRUE(matchesPattern(u"shop-web", u"s*p*b"));
    EXPECT_FALSE(matchesPattern(u"shop-web", u"s*p*x"));
    EXPECT_TRUE(matchesPattern(u"shop-web", u"?hop-w?b"));
    EXPECT_FALSE(matchesPattern(u"shop-web", u"?-web"));
    EXPECT_TRUE(matchesPattern(u"", u"**"));
}

} // namespace lynceus
