#include "app/serve/taskjson.h"

#include "core/io/tasks/tasksubmission.h"

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kGood =
    R"({"app":"shop-web","author":"ada","project":"p","images":[{"image":"ghcr.io/acme/web","tag":"1.5.0"}]})";

QString faultOf(const QByteArray &body)
{
    const auto task = taskFromJson(body);
    return task ? QString() : task.error().message;
}

} // namespace

TEST(TaskJson, ParsesRequestsOfArgoWatchersClient)
{
    const auto task = taskFromJson(
        R"({"app":"shop-web","author":"ada","project":"https://git","images":[{"image":"ghcr.io/acme/web","tag":"1.5.0"}],"timeout":60,"refresh":true,"id":"x","status":"deployed","status_reason":"x"})");
    ASSERT_TRUE(task);
    EXPECT_EQ(task->app, u"shop-web"_s);
    EXPECT_EQ(task->images, (std::vector<TaskImage>{{u"ghcr.io/acme/web"_s, u"1.5.0"_s}}));
    EXPECT_EQ(task->timeout, 60);
    EXPECT_EQ(task->refresh, true);
    EXPECT_EQ(task->id, QString()) << "fields owned by the server are ignored";
    EXPECT_EQ(task->state, TaskState::InProgress);
    EXPECT_EQ(task->reason, QString());
    EXPECT_TRUE(taskFromJson(kGood));
}

TEST(TaskJson, ReportsTheInvalidField)
{
    const std::vector<std::pair<QByteArray, QString>> cases = {
        {"{", u"the body is not valid JSON"_s},
        {"[]", u"the body is not a JSON object"_s},
        {R"({"app":"a"})", u"author is required"_s},
        {R"({"app":7,"author":"a","project":"p","images":[]})", u"app is not a string"_s},
        {R"({"app":"","author":"a","project":"p","images":[]})", u"app is required"_s},
        {R"({"app":"a","author":"a","project":"p"})", u"images is required"_s},
        {R"({"app":"a","author":"a","project":"p","images":[]})", u"images is required"_s},
        {R"({"app":"a","author":"a","project":"p","images":[{"image":"i"}]})", u"images[0].tag is required"_s},
        {R"({"app":"a","author":"a","project":"p","images":["x"]})", u"images[0].image is required"_s},
        {R"({"app":"a","author":"a","project":"p","images":"x"})", u"images is required"_s},
        {R"({"app":"a","author":"a","project":"p","images":"x","revision":"v1"})", u"revision cannot be combined"_s},
        {R"({"app":"a","author":"a","project":"p","revision":"v1","chart_version":"1.5.2"})",
         u"revision cannot be combined with chart_version"_s},
        {R"({"app":"a","author":"a","project":"p","revision":7})", u"revision is not a string"_s},
        {QByteArray(kGood).replace("\"app\"", "\"chart_version\":\"1.5.2\",\"app\""),
         u"chart_version cannot be combined with images"_s},
        {R"({"app":"a\u0000b","author":"a","project":"p","images":[]})", u"app contains characters"_s},
        {QByteArray(kGood).replace("\"app\"", "\"timeout\":\"x\",\"app\""), u"timeout is not a whole number"_s},
        {QByteArray(kGood).replace("\"app\"", "\"timeout\":1.5,\"app\""), u"timeout is not a whole number"_s},
        {QByteArray(kGood).replace("\"app\"", "\"timeout\":1e18,\"app\""), u"timeout is not a whole number"_s},
        {QByteArray(kGood).replace("\"app\"", "\"refresh\":1,\"app\""), u"refresh is not true or false"_s},
        {QByteArray(kGood).replace("shop-web", QByteArray(3000, 'a')), u"app has more than"_s},
    };
    for (const auto &[body, begin] : cases)
        EXPECT_TRUE(faultOf(body).startsWith(begin))
            << body.left(100).toStdString() << ": " << faultOf(body).toStdString();
    EXPECT_TRUE(faultOf(QByteArray(50'000, '[')).startsWith(u"the body is not valid JSON"_s));
}

TEST(TaskJson, WatchExpectsTheImagesOfItsTask)
{
    auto task = *taskFromJson(kGood);
    task.images.push_back({u"ghcr.io/acme/api"_s, u"sha256:"_s + QString(64, u'a')});
    TaskDefaults defaults;
    defaults.acceptSuspended = true;
    const auto watch = watchRequestOf(task, {u"prod"_s, {}, u"shop-web"_s}, defaults);
    ASSERT_TRUE(watch) << watch.error().message.toStdString();
    ASSERT_EQ(watch->images.size(), 2U);
    EXPECT_EQ(familiarName(watch->images[0]), u"ghcr.io/acme/web:1.5.0"_s);
    EXPECT_EQ(watch->images[1].digest, u"sha256:"_s + QString(64, u'a'));
    EXPECT_EQ(watch->timeout, Duration(std::chrono::minutes(15)));
    EXPECT_TRUE(watch->acceptSuspended);
    EXPECT_EQ(watch->who, u"ada"_s);
    task.timeout = 45;
    task.images = {{u"ghcr.io/ACME/web"_s, u"1"_s}};
    const auto wrong = watchRequestOf(task, {u"prod"_s, {}, u"shop-web"_s}, defaults);
    ASSERT_FALSE(wrong);
    EXPECT_TRUE(wrong.error().message.startsWith(u"images: "_s));
}

TEST(TaskJson, WatchExpectsTheRevisionOrChartVersionOfItsTask)
{
    const auto versionOf = [](const QByteArray &field) {
        const auto task = taskFromJson(R"({"app":"a","author":"a","project":"p","images":[],)" + field + '}');
        EXPECT_TRUE(task);
        return watchRequestOf(*task, {u"prod"_s, {}, u"a"_s}, {}).map([](const WatchRequest &request) {
            EXPECT_TRUE(request.images.empty());
            return request.version;
        });
    };
    EXPECT_EQ(versionOf(R"("revision":"3F2A1B0")").value(),
              (ExpectedVersion{ExpectedVersion::Kind::Revision, u"3f2a1b0"_s}));
    EXPECT_EQ(versionOf(R"("chart_version":"1.5.2")").value(),
              (ExpectedVersion{ExpectedVersion::Kind::ChartVersion, u"1.5.2"_s}));
    EXPECT_TRUE(versionOf(R"("revision":"3f2a1")").error().message.startsWith(u"revision: "_s));
    EXPECT_TRUE(versionOf(R"("chart_version":"1.x")").error().message.startsWith(u"chart_version: "_s));
}

TEST(TaskJson, ExtensionIsANumberOfSeconds)
{
    EXPECT_EQ(extensionFromJson(R"({"timeout":1200})").value(), 1200);
    for (const auto *body : {"", "[]", "{}", R"({"timeout":0})", R"({"timeout":-5})", R"({"timeout":"9"})",
                             R"({"timeout":1.5})", R"({"timeout":null})", R"({"timeout":1e12})"}) {
        const auto extension = extensionFromJson(body);
        ASSERT_FALSE(extension) << body;
        EXPECT_EQ(extension.error().kind, Error::Kind::BadInput);
    }
}

TEST(TaskJson, WritesTheFieldsOfTheApi)
{
    Task task{.id = u"8613e9ed-3c98-4ac8-a5ee-6474d1af1b4c"_s,
              .instance = u"prod"_s,
              .app = u"shop-web"_s,
              .author = u"ada"_s,
              .project = u"p"_s,
              .images = {{u"ghcr.io/acme/web"_s, u"1.5.0"_s}},
              .timeout = {},
              .refresh = {}};
    task.created = Instant(Duration{1'796'068'597'900});
    task.updated = Instant(Duration{1'796'068'614'000});
    EXPECT_EQ(
        compact(jsonOf(task)),
        R"({"app":"shop-web","author":"ada","created":1796068597,"id":"8613e9ed-3c98-4ac8-a5ee-6474d1af1b4c",)"
        R"("images":[{"image":"ghcr.io/acme/web","tag":"1.5.0"}],"instance":"prod","project":"p","status":"in progress","updated":1796068614})");
    task.state = TaskState::Failed;
    task.reason = u"because"_s;
    EXPECT_EQ(jsonOf(task).value(u"status_reason"_s).toString(), u"because"_s);
}

} // namespace lynceus::test
