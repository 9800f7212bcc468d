#include "core/replay/recordings/recordinginstance.h"
#include "tests/replay/recordings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gmock/gmock.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QStringList names(const RecordingAnswer &answer)
{
    QStringList all;
    for (const auto &item : QJsonDocument::fromJson(answer.body).object().value("items"_L1).toArray())
        all << item.toObject().value("metadata"_L1).toObject().value("name"_L1).toString();
    return all;
}

QByteArray first(const RecordingAnswer &answer)
{
    const auto items = QJsonDocument::fromJson(answer.body).object().value("items"_L1).toArray();
    return QJsonDocument(items.first().toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

class List : public testing::Test
{
protected:
    RecordingAnswer ask(const QString &query) const
    {
        return recordedState.answer(u"/api/v1/applications?"_s + query, Duration(30'000));
    }

    RecordedState recordedState{test::recordingNamed("deploy-ok")};
};

TEST_F(List, IsFilteredLikeByTheServer)
{
    EXPECT_GT(names(ask({})).size(), 10);
    EXPECT_EQ(names(ask(u"name=shop-web"_s)), QStringList{u"shop-web"_s});
    EXPECT_EQ(names(ask(u"name=nope"_s)), QStringList());
    EXPECT_EQ(names(ask(u"appNamespace=team-a"_s)), QStringList{u"orders"_s});
    EXPECT_EQ(names(ask(u"selector=team%3Dorders"_s)), QStringList{u"orders"_s});
    EXPECT_EQ(names(ask(u"selector=team+in+(orders,nobody)"_s)), QStringList{u"orders"_s});
    EXPECT_EQ(names(ask(u"projects=shop"_s)).size(), names(ask({})).size());
    EXPECT_EQ(names(ask(u"projects=other"_s)), QStringList());
    EXPECT_EQ(names(ask(u"project=other"_s)), QStringList());
    EXPECT_EQ(names(ask(u"search=nothing"_s)).size(), names(ask({})).size()) << "unknown parameters are ignored";
}

TEST_F(List, BadSelectorReturnsTheServersError)
{
    const RecordingAnswer answer = ask(u"selector=a+in+b"_s);
    EXPECT_EQ(answer.status, 500);
    EXPECT_THAT(answer.body.toStdString(), testing::HasSubstr("\"error\":\"error parsing the selector"));
}

TEST_F(List, FieldsAreExactNamesOfThisVersion)
{
    EXPECT_EQ(first(ask(u"name=shop-web&fields=items.metadata.name"_s)), R"({"metadata":{"name":"shop-web"}})");
    EXPECT_EQ(first(ask(u"name=shop-web&fields=items.metadata.name,items.spec.project"_s)),
              R"({"metadata":{"name":"shop-web"},"spec":{"project":"shop"}})");
    EXPECT_EQ(first(ask(u"name=shop-web&fields=items.metadata.uid,items.status.conditions,items.metadata.nam"_s)),
              "{}");
    const auto without =
        QJsonDocument::fromJson(first(ask(u"name=shop-web&fields=-items.status.resources"_s))).object();
    EXPECT_FALSE(without.value("status"_L1).toObject().contains("resources"_L1));
    EXPECT_TRUE(without.value("status"_L1).toObject().contains("summary"_L1));
}

TEST_F(List, ResourceHealthIsNotInListsSince3)
{
    const RecordedState old(test::recordingNamed("v2.14-deploy-ok"));
    const auto resourcesHaveHealth = [](const RecordingAnswer &answer) {
        const auto items = QJsonDocument::fromJson(answer.body).object().value("items"_L1).toArray();
        const auto status = items.first().toObject().value("status"_L1).toObject();
        const QJsonArray resources = status.value("resources"_L1).toArray();
        return std::ranges::any_of(resources,
                                   [](const auto &resource) { return resource.toObject().contains("health"_L1); });
    };
    EXPECT_FALSE(resourcesHaveHealth(ask(u"name=shop-web"_s)));
    EXPECT_TRUE(resourcesHaveHealth(old.answer(u"/api/v1/applications?name=old-web"_s, Duration(40'000))));
}

TEST(FieldsOfOldServers, SpecIsWholeOrAbsent)
{
    const RecordedState old(test::recordingNamed("v2.14-deploy-ok"));
    EXPECT_EQ(first(old.answer(u"/api/v1/applications?name=old-web&fields=items.spec.project"_s, Duration(0))), "{}");
    EXPECT_TRUE(
        first(old.answer(u"/api/v1/applications?name=old-web&fields=items.spec"_s, Duration(0))).contains("repoURL"));
}

TEST(StreamFields, AncestorsAreComparedByPrefix)
{
    const QByteArray event =
        R"({"result":{"type":"MODIFIED","application":{"metadata":{"name":"a","uid":"u"},"spec":{"source":{"path":"p"},"sourceHydrator":{"x":1}}}}})";
    EXPECT_EQ(projectedEvent(event, u"result.type,result.application.metadata.name"_s),
              R"({"result":{"type":"MODIFIED","application":{"metadata":{"name":"a"}}}})");
    EXPECT_EQ(projectedEvent(event, u"result.application.spec.sourceHydrator"_s),
              R"({"result":{"application":{"spec":{"source":{},"sourceHydrator":{"x":1}}}}})");
    EXPECT_EQ(projectedEvent(event, u"-result.application.metadata,result.application.spec"_s),
              R"({"result":{"type":"MODIFIED","application":{}}})");
    EXPECT_EQ(projectedEvent(event, {}), event);
}

TEST(SeveralRecordings, AreOneInstanceWithOneClock)
{
    const RecordingInstance both({*test::recordingNamed("deploy-ok"), *test::recordingNamed("rollout-canary-ok")});
    const auto ask = [&](const QString &path, int at) {
        return both.answer(parseRecordingRequest(path), Duration(at));
    };
    const QStringList all = names(ask(u"/api/v1/applications"_s, 0));
    EXPECT_TRUE(all.contains(u"shop-web"_s) && all.contains(u"shop-canary"_s));
    EXPECT_EQ(QSet<QString>(all.begin(), all.end()).size(), all.size());
    EXPECT_EQ(ask(u"/api/v1/applications/shop-web/resource-tree?project=shop"_s, 20'000).status, 200);
    const RecordingAnswer canary = ask(u"/api/v1/applications/shop-canary?project=shop"_s, 60'000);
    EXPECT_EQ(canary.status, 200);
    EXPECT_TRUE(canary.body.contains("2026-11-23T08:3")) << "moved to the clock of the first recording";
    EXPECT_FALSE(canary.body.contains("2026-11-23T10:1"));
    EXPECT_GT(both.treesBetween(parseRecordingRequest(u"/api/v1/stream/applications/shop-canary/resource-tree"_s),
                                Duration(0), both.end())
                  .size(),
              3U);
    for (const auto &event : both.eventsBetween(Duration(0), both.end())) {
        if (event.application.name == "shop-web") {
            EXPECT_FALSE(event.text.contains("T10:1"));
        }
    }
}

TEST(UnknownPath, ApplicationsAreForbiddenWithoutAProjectAndNotFoundWithOne)
{
    const RecordedState recordedState(test::recordingNamed("never-ready"));
    const auto status = [&](const QString &path) {
        return recordedState.answer(u"/api/v1/applications/"_s + path, Duration(9'000)).status;
    };
    EXPECT_EQ(status(u"nope"_s), 403);
    EXPECT_EQ(status(u"nope?project=shop"_s), 404);
    EXPECT_EQ(status(u"orders?project=shop"_s), 404) << "the application is in namespace team-a";
    EXPECT_EQ(status(u"orders?project=shop&appNamespace=team-a"_s), 200);
    EXPECT_EQ(status(u"orders?appNamespace=team-a"_s), 200);
    EXPECT_EQ(status(u"orders?appNamespace=team-a&project=other"_s), 404);
    EXPECT_EQ(status(u"nope/resource-tree"_s), 403);
    const RecordingAnswer missing = recordedState.answer(u"/api/v1/applications/nope?project=shop"_s, Duration(0));
    EXPECT_EQ(
        missing.body,
        R"({"error":"applications.argoproj.io \"nope\" not found","code":5,"message":"applications.argoproj.io \"nope\" not found"})");
}

TEST(UnknownPath, UnrecordedPathsAreReported)
{
    const RecordedState recordedState(test::recordingNamed("deploy-ok"));
    for (const QString &path :
         {u"/api/v1/applications/shop-web/logs?podName=x&project=shop"_s,
          u"/api/v1/applications/shop-web/syncwindows"_s, u"/api/v1/applications/shop-api/resource-tree"_s,
          u"/api/v1/applications/shop-web/events?resourceUID=none"_s, u"/api/v1/projects"_s}) {
        const RecordingAnswer answer = recordedState.answer(path, Duration(20'000));
        EXPECT_EQ(answer.status, 501) << path.toStdString();
        EXPECT_TRUE(answer.body.contains("is not in this recording")) << answer.body.constData();
    }
    EXPECT_EQ(recordedState.answer(u"/api/nonsense"_s, Duration(0)).status, 404);
    EXPECT_EQ(recordedState.answer(u"/api/v1/applications/shop-api?project=shop"_s, Duration(0)).status, 200)
        << "from the list";
}

TEST(ManagedResources, AreFiltered)
{
    const RecordedState recordedState(test::recordingNamed("deploy-ok"));
    const auto count = [&](const QString &query) {
        const auto answer = recordedState.answer(
            u"/api/v1/applications/shop-web/managed-resources?project=shop"_s + query, Duration(30'000));
        return QJsonDocument::fromJson(answer.body).object().value("items"_L1).toArray().size();
    };
    EXPECT_GT(count({}), 1);
    EXPECT_EQ(count(u"&kind=Deployment&group=apps"_s), 1);
    EXPECT_EQ(count(u"&kind=Nothing"_s), 0);
}

TEST(DeletedApplications, AreMissingInListAndGet)
{
    Recording recording;
    recording.head.application = u"a"_s;
    recording.head.argocd = u"v3.6.0"_s;
    const auto application = [](int version) {
        return QByteArray(R"({"metadata":{"name":"a","namespace":"argocd","resourceVersion":")")
            + QByteArray::number(version) + R"("},"spec":{"project":"p"}})";
    };
    const auto frame = [&](int at, const QByteArray &type, int version) {
        return RecordingLine{RecordingLine::Kind::Frame,
                             Duration(at),
                             u"/api/v1/stream/applications?resourceVersion=1"_s,
                             200,
                             {},
                             "{\"result\":{\"type\":\"" + type + "\",\"application\":" + application(version) + "}}"};
    };
    recording.lines = {{RecordingLine::Kind::Get, Duration(1), u"/api/v1/applications"_s, 200, "application/json",
                        "{\"metadata\":{\"resourceVersion\":\"9\"},\"items\":[" + application(5) + "]}"},
                       frame(100, "DELETED", 10),
                       frame(200, "ADDED", 20),
                       frame(300, "MODIFIED", 15)};
    recording.end = Duration(300);
    const RecordedState recordedState(std::make_shared<const Recording>(recording));
    const QString path = u"/api/v1/applications/a?project=p"_s;
    EXPECT_EQ(recordedState.answer(path, Duration(99)).status, 200);
    EXPECT_EQ(recordedState.answer(path, Duration(100)).status, 404);
    EXPECT_EQ(names(recordedState.answer(u"/api/v1/applications"_s, Duration(100))), QStringList());
    EXPECT_EQ(recordedState.answer(path, Duration(200)).status, 200);
    EXPECT_TRUE(recordedState.answer(path, Duration(300)).body.contains("\"20\""))
        << "the resourceVersion decides, not the time";
    EXPECT_EQ(recordedState.resourceVersionAt(Duration(300)), 20);
}

} // namespace lynceus
