// Decoded values by example.
#include "core/domain/argocd/decoders/decoders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Application applicationFrom(const QByteArray &json)
{
    return Decoder().application(json).value();
}

/// A name is enough metadata for an application with a spec or a status.
Application withSpec(const QByteArray &spec)
{
    return applicationFrom(R"({"metadata":{"name":"web"},"spec":)" + spec + "}");
}

Application withStatus(const QByteArray &status)
{
    return applicationFrom(R"({"metadata":{"name":"web"},"status":)" + status + "}");
}

TEST(DecodeApplication, ReadsAutomatedSync)
{
    EXPECT_FALSE(withSpec("{}").autoSync);
    EXPECT_FALSE(withSpec(R"({"syncPolicy":{}})").autoSync);
    EXPECT_FALSE(withSpec(R"({"syncPolicy":{"automated":null}})").autoSync);
    EXPECT_TRUE(withSpec(R"({"syncPolicy":{"automated":{}}})").autoSync);
    EXPECT_TRUE(withSpec(R"({"syncPolicy":{"automated":{"prune":true,"enabled":null}}})").autoSync);
    EXPECT_TRUE(withSpec(R"({"syncPolicy":{"automated":{"enabled":true}}})").autoSync);
    EXPECT_FALSE(withSpec(R"({"syncPolicy":{"automated":{"enabled":false}}})").autoSync);
}

TEST(DecodeApplication, ReadsProjectAndSources)
{
    EXPECT_EQ(withSpec("{}").project, u"default"_s);
    EXPECT_EQ(withSpec("null").project, QString());
    const ApplicationSource one{u"r"_s, u"p"_s, {}, u"main"_s};
    const ApplicationSource two{u"r2"_s, {}, u"c"_s, u"1.0"_s};
    const QByteArray source = R"("source":{"repoURL":"r","path":"p","targetRevision":"main"})";
    EXPECT_THAT(withSpec("{" + source + "}").sources, ElementsAre(one));
    EXPECT_THAT(withSpec("{" + source + R"(,"sources":[]})").sources, ElementsAre(one));
    EXPECT_THAT(withSpec(R"({"sources":[{"repoURL":"r2","chart":"c","targetRevision":"1.0"}],)" + source + "}").sources,
                ElementsAre(two));
}

TEST(DecodeApplication, ReadsComparedAndSyncedRevisions)
{
    const ApplicationSource one{u"r"_s, u"p"_s, {}, u"main"_s};
    const ApplicationSource two{u"r2"_s, {}, u"c"_s, u"1.0"_s};
    const QByteArray single = R"("source":{"repoURL":"r","path":"p","targetRevision":"main"})";
    // With several sources, `source` is an empty object.
    const QByteArray several =
        R"("source":{"repoURL":""},"sources":[{"repoURL":"r","path":"p","targetRevision":"main"},)"
        R"({"repoURL":"r2","chart":"c","targetRevision":"1.0"}])";
    EXPECT_THAT(withStatus(R"({"sync":{"comparedTo":{)" + single + "}}}").comparedSources, ElementsAre(one));
    const auto all = withStatus(R"({"sync":{"comparedTo":{"destination":{"namespace":"web"},)" + several
                                + R"(}},"operationState":{"phase":"Succeeded","syncResult":{)" + several
                                + R"(}},"history":[{"id":3,)" + single + R"(},{"id":4,)" + several + "}]}");
    EXPECT_THAT(all.comparedSources, ElementsAre(one, two));
    EXPECT_THAT(all.operationState.value().sources, ElementsAre(one, two));
    ASSERT_EQ(all.history.size(), 2U);
    EXPECT_THAT(all.history[0].sources, ElementsAre(one));
    EXPECT_THAT(all.history[1].sources, ElementsAre(one, two));
    EXPECT_THAT(withStatus("{}").comparedSources, IsEmpty());
}

TEST(DecodeApplication, NeedsAName)
{
    Decoder decoder;
    EXPECT_EQ(decoder.application("{}").error().message, u"metadata.name is missing"_s);
    EXPECT_EQ(decoder.application(R"({"metadata":{"name":""}})").error().message, u"metadata.name is missing"_s);
    EXPECT_EQ(decoder.applicationEvent(R"({"result":{"type":"ADDED","application":{}}})").error().message,
              u"result.application.metadata.name is missing"_s);
}

TEST(DecodeApplication, PrefersRevisionsOfSeveralSources)
{
    EXPECT_THAT(withStatus(R"({"sync":{"revision":"a"}})").revisions, ElementsAre(u"a"_s));
    EXPECT_THAT(withStatus(R"({"sync":{"revision":"a","revisions":["b","c"]}})").revisions,
                ElementsAre(u"b"_s, u"c"_s));
    EXPECT_THAT(withStatus(R"({"sync":{"revision":"","revisions":[]}})").revisions, IsEmpty());
}

TEST(DecodeApplication, ReadsAPendingOperation)
{
    EXPECT_FALSE(applicationFrom(R"({"metadata":{"name":"web"},"operation":null})").pendingOperation);
    const auto pending = applicationFrom(
        R"({"metadata":{"name":"web"},"operation":{"sync":{"revision":"a","resources":[{"kind":"Job"}]},"initiatedBy":{"automated":true}}})");
    EXPECT_EQ(pending.pendingOperation, (PendingOperation{{u"a"_s}, true}));
    EXPECT_FALSE(withStatus(R"({"operationState":null})").operationState);
    EXPECT_EQ(withStatus(R"({"operationState":{}})").operationState, OperationState());
}

TEST(DecodeApplication, UnknownValuesAreNotErrors)
{
    const auto unknownStatus = withStatus(
        R"({"sync":{"status":"Sideways"},"health":{"status":"Sleepy"},"operationState":{"phase":"Dreaming"}})");
    EXPECT_EQ(unknownStatus.sync, SyncStatus::Unknown);
    EXPECT_EQ(unknownStatus.health.status, HealthStatus::Unknown);
    EXPECT_EQ(unknownStatus.operationState->phase, OperationPhase::Running);
    EXPECT_EQ(withStatus(R"({"health":{}})").health.status, HealthStatus::None);
}

constexpr auto kResultAsRequest = R"({"metadata":{},"items":[{"metadata":{"name":"web"},"status":{"operationState":{
    "operation":{"sync":{"resources":[{"group":"apps","kind":"Deployment","name":"web","status":"Synced",
    "images":["web:1"]},{"kind":"Service","name":"web","status":"Synced"}],"revision":"abc"}},"phase":"Succeeded"}}}]})";

TEST(DecodeList, AcceptsTheResultUnderTheRequestsName)
{
    Decoder decoder;
    const auto full = decoder.applicationList(kResultAsRequest, ApplicationDetail::Full).value();
    const auto &state = *full.applications.at(0).operationState;
    EXPECT_THAT(state.requestedRevisions, IsEmpty());
    EXPECT_THAT(state.resultRevisions, ElementsAre(u"abc"_s));
    ASSERT_EQ(state.resources.size(), 2U);
    EXPECT_THAT(state.resources[0].images, ElementsAre(u"web:1"_s));

    const auto summary = decoder.applicationList(kResultAsRequest, ApplicationDetail::Summary).value();
    EXPECT_THAT(summary.applications.at(0).operationState->resultRevisions, ElementsAre(u"abc"_s));
    EXPECT_THAT(summary.applications.at(0).operationState->resources, IsEmpty());
}

TEST(DecodeList, SelectiveSyncRequestIsKept)
{
    const auto list = Decoder()
                          .applicationList(R"({"items":[{"metadata":{"name":"web"},"status":{"operationState":{
        "operation":{"sync":{"resources":[{"group":"apps","kind":"Deployment","name":"web"}],"revision":"abc"}}}}}]})",
                                           ApplicationDetail::Full)
                          .value();
    const auto &state = *list.applications.at(0).operationState;
    EXPECT_THAT(state.requestedRevisions, ElementsAre(u"abc"_s));
    EXPECT_THAT(state.resultRevisions, IsEmpty());
    EXPECT_THAT(state.resources, IsEmpty());
}

TEST(DecodeList, KeepsItemsBesideABadOne)
{
    const QByteArray good = R"({"metadata":{"name":"web"},"spec":{"project":"shop"}})";
    const std::vector<std::pair<QByteArray, QString>> bad = {
        {"7", u"items[1] is not an object"_s},
        {"null", u"items[1] is not an object"_s},
        {"[]", u"items[1] is not an object"_s},
        {"\"text\"", u"items[1] is not an object"_s},
        {"{}", u"items[1].metadata.name is missing"_s},
        {R"({"metadata":5})", u"items[1].metadata is not an object"_s},
        {R"({"metadata":{"name":["x",{"y":[]}],"uid":"u"},"spec":{}})", u"items[1].metadata.name is not a string"_s},
        {R"({"metadata":{"name":"x"},"status":{"conditions":[{"type":"a"},{"type":{"b":[1,2]}},{"type":"c"}]},"spec":{}})",
         u"items[1].status.conditions[1].type is not a string"_s},
        {R"({"metadata":{"labels":{"team":1},"name":"x"}})", u"items[1].metadata.labels.team is not a string"_s},
        {R"({"status":{"sync":{"revisions":[null]}},"metadata":{"name":"x"}})",
         u"items[1].status.sync.revisions[0] is not a string"_s},
    };
    Decoder decoder;
    for (const auto &[item, message] : bad) {
        const auto body = R"({"items":[)" + good + "," + item + "," + good + R"(],"metadata":{"resourceVersion":"9"}})";
        const auto list = decoder.applicationList(body, ApplicationDetail::Summary).value();
        EXPECT_EQ(list.applications.size(), 2U) << item.toStdString();
        EXPECT_EQ(list.resourceVersion, u"9"_s) << "fields after the items are read too";
        ASSERT_EQ(list.badItems.size(), 1U);
        EXPECT_EQ(list.badItems[0].message, message);
        EXPECT_EQ(list.badItems[0].kind, Error::Kind::Malformed);
    }
    const auto broken =
        decoder.applicationList(R"({"items":[)" + good + R"(,{"metadata" 5}]})", ApplicationDetail::Full);
    EXPECT_FALSE(broken) << "text that is not JSON is not a list with a bad item";
}

TEST(DecodeList, EmptyListIsReported)
{
    Decoder decoder;
    for (const QByteArray text : {R"({"metadata":{"resourceVersion":"1"},"items":null})", R"({"items":[]})"})
        EXPECT_THAT(decoder.applicationList(text, ApplicationDetail::Full).value().applications, IsEmpty());
    EXPECT_EQ(decoder.applicationList(R"({"value":"yes"})", ApplicationDetail::Full).error().message,
              u"items is missing"_s);
}

TEST(DecodeList, AllocatesOnlyForExistingItems)
{
    // Items that become shorter or longer: an estimate from the first ones is too high or too low.
    for (const int growth : {-1, 0, 1}) {
        constexpr int kItems = 3'000;
        QByteArray items;
        for (int i = 0; i < kItems; ++i) {
            const int padding = 600 + growth * i / 10;
            items += (i > 0 ? "," : "") + QByteArray(R"({"metadata":{"name":"app-)") + QByteArray::number(i)
                + R"("},"unknown":")" + QByteArray(padding, 'x') + R"("})";
        }
        const auto list = Decoder().applicationList(R"({"items":[)" + items + "]}", ApplicationDetail::Summary).value();
        ASSERT_EQ(list.applications.size(), std::size_t(kItems));
        EXPECT_LE(list.applications.capacity(), std::size_t(kItems) * 3 / 2) << "growth " << growth;
    }
}

TEST(DecodeList, SummaryOmitsFieldsThatTablesDoNotShow)
{
    const auto list =
        Decoder()
            .applicationList(R"({"items":[{"metadata":{"name":"web"},"status":{"resources":[{"kind":"Pod"}],
        "history":[{"id":1}],"operationState":{"syncResult":{"revision":"a","resources":[{"kind":"Pod","status":"Synced"}]}}}}]})",
                             ApplicationDetail::Summary)
            .value();
    const auto &application = list.applications.at(0);
    EXPECT_THAT(application.resources, IsEmpty());
    EXPECT_THAT(application.history, IsEmpty());
    EXPECT_THAT(application.operationState->resources, IsEmpty());
    EXPECT_THAT(application.operationState->resultRevisions, ElementsAre(u"a"_s));
}

TEST(DecodeStrings, ResolvesEscapesAndReplacesLoneSurrogates)
{
    const auto nameOf = [](const QByteArray &text) {
        return applicationFrom(R"({"metadata":{"name":")" + text + R"("}})").name;
    };
    EXPECT_EQ(nameOf(R"(a\"\\\/\b\f\n\r\tz)"), u"a\"\\/\b\f\n\r\tz"_s);
    EXPECT_EQ(nameOf(R"(\u00e9\u20AC\ud83d\ude00)"), u"é€\U0001F600"_s);
    EXPECT_EQ(nameOf("\xC3\xA9\xF0\x9F\x98\x80"), u"é\U0001F600"_s);
    EXPECT_EQ(nameOf(R"(x\ud83dy)"), u"x\uFFFDy"_s);
    EXPECT_EQ(nameOf(R"(x\ud83d)"), u"x\uFFFD"_s);
    EXPECT_EQ(nameOf(R"(x\ud83d\u0041)"), u"x\uFFFDA"_s);
    EXPECT_EQ(nameOf(R"(x\ude00y)"), u"x\uFFFDy"_s);
    EXPECT_EQ(nameOf(R"(x\ud83d\uZZ)"), u"x\uFFFD\uFFFDZZ"_s);
    EXPECT_EQ(nameOf(R"(x\q)"), u"x\uFFFD"_s);
    EXPECT_EQ(nameOf(R"(x\u12)"), u"x\uFFFD12"_s);
    EXPECT_EQ(nameOf(R"(x\u0000y)"), QString::fromUtf16(u"x\0y", 3));
}

TEST(DecodeStrings, SharedMemoryDoesNotMixTexts)
{
    QByteArray items;
    for (int i = 0; i < 5'000; ++i)
        items += R"({"metadata":{"name":"web-)" + QByteArray::number(i) + R"(","labels":{"n":")"
            + QByteArray::number(i % 7) + R"("}},"spec":{"project":"project-with-a-long-name-)"
            + QByteArray::number(i % 13) + R"("}},)";
    items.chop(1);
    Decoder decoder;
    const auto list = decoder.applicationList(R"({"items":[)" + items + "]}", ApplicationDetail::Summary).value();
    ASSERT_EQ(list.applications.size(), 5'000U);
    for (int i = 0; i < 5'000; ++i) {
        const auto &application = list.applications[static_cast<size_t>(i)];
        ASSERT_EQ(application.name, u"web-%1"_s.arg(i));
        ASSERT_EQ(application.project, u"project-with-a-long-name-%1"_s.arg(i % 13));
        ASSERT_EQ(application.labels.at(u"n"_s), QString::number(i % 7));
    }
}

TEST(DecodeList, DuplicateFieldCountsOnce)
{
    const auto list =
        Decoder()
            .applicationList(R"({"items":[{"metadata":{"name":"a"}},{}],"items":[{"metadata":{"name":"b"}}]})",
                             ApplicationDetail::Full)
            .value();
    ASSERT_EQ(list.applications.size(), 1U);
    EXPECT_EQ(list.applications[0].name, u"b"_s);
    EXPECT_THAT(list.badItems, IsEmpty());
}

TEST(DecodeList, BodyAboveTheLimitIsNotParsed)
{
    // Uninitialized, so that the memory is never committed.
    const auto list =
        Decoder().applicationList(QByteArray(Decoder::kBodyCap + 1, Qt::Uninitialized), ApplicationDetail::Full);
    ASSERT_FALSE(list);
    EXPECT_EQ(list.error().kind, Error::Kind::TooLarge);
    EXPECT_FALSE(list.error().retryable);
}

TEST(DecodeList, HasAtMostAHundredThousandItems)
{
    const QByteArray item = R"({"metadata":{"name":"a"}},)";
    const auto listOf = [&](int items) {
        return Decoder().applicationList(R"({"items":[)" + item.repeated(items).chopped(1) + "]}",
                                         ApplicationDetail::Summary);
    };
    const auto most = listOf(100'000);
    ASSERT_TRUE(most) << most.error().message.toStdString();
    EXPECT_EQ(most->applications.size(), 100'000U);
    const auto more = listOf(100'001);
    ASSERT_FALSE(more);
    EXPECT_TRUE(more.error().message.contains(u"items has more than 100000 elements"_s))
        << more.error().message.toStdString();
}

TEST(DecodeList, ReportsTheFirstHundredUnreadableItems)
{
    const auto list =
        Decoder()
            .applicationList(R"({"items":[)" + QByteArray("{},").repeated(5'000) + R"({"metadata":{"name":"a"}}]})",
                             ApplicationDetail::Summary)
            .value();
    EXPECT_EQ(list.applications.size(), 1U);
    EXPECT_EQ(list.badItems.size(), 100U);
}

TEST(DecodeStrings, PathsAreDisplayable)
{
    const auto message =
        Decoder().application(R"({"metadata":{"labels":{")" + QByteArray(500, 'x') + R"(":1}}})").error().message;
    EXPECT_LT(message.size(), 200);
}

TEST(DecodeApplication, ReadsTheSourceThatTheHydratorWrites)
{
    const auto application = Decoder()
                                 .application(QByteArray(R"({"metadata":{"name":"web"},"spec":{"sourceHydrator":{
        "drySource":{"repoURL":"https://git.example/shop.git","path":"dry","targetRevision":"main"},
        "syncSource":{"targetBranch":"env/prod","path":"web"}}},"status":{
        "sync":{"revision":"3f2a","comparedTo":{"source":{"repoURL":"https://git.example/shop.git","path":"web",
        "targetRevision":"env/prod"}}},
        "sourceHydrator":{"currentOperation":{"drySHA":"9"},
        "lastSuccessfulOperation":{"drySHA":"1c0d","hydratedSHA":"3f2a"}}}})"))
                                 .value();
    ASSERT_EQ(application.sources.size(), 1U);
    EXPECT_EQ(application.sources, application.comparedSources);
    EXPECT_EQ(application.dryRevision, u"1c0d"_s);
    EXPECT_EQ(application.hydratedRevision, u"3f2a"_s);
}

} // namespace
} // namespace lynceus
