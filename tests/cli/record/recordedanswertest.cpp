#include "app/cli/record/recordedanswer.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

const ApplicationKey kKey{u"test"_s, u"argocd"_s, u"shop"_s};

TEST(RecordedAnswer, ContainsNoOtherApplicationsIfTheServerIgnoresTheFilter)
{
    const ApiPath list{u"/api/v1/applications"_s, {}};
    const QByteArray ownApplication = R"({"metadata":{"name":"shop","namespace":"argocd"},"spec":{"a":[1,2.50]}})";
    const QByteArray otherApplication = R"({"metadata":{"name":"bank","namespace":"argocd"}})";
    const QByteArray namesake = R"({"metadata":{"name":"shop","namespace":"team-b"}})";
    const auto body = R"({"metadata":{"resourceVersion":"7"},"items":[)" + otherApplication + ',' + ownApplication
        + ", " + namesake + R"(],"stats":{"total":812}})";
    EXPECT_EQ(recordedAnswer(list, body, kKey),
              R"({"metadata":{"resourceVersion":"7"},"items":[)" + ownApplication + "]}");
    const auto set = applicationSetPath(u"fleet"_s, u"argocd"_s);
    EXPECT_EQ(
        recordedAnswer(set, R"({"spec":{"x":1},"status":{"conditions":[],"applicationStatus":[{"step":"1"}]}})", kKey),
        R"({"status":{"applicationStatus":[{"step":"1"}]}})");
    EXPECT_EQ(recordedAnswer(set, R"({"spec":{"x":1}})", kKey), R"({"status":{"applicationStatus":[]}})");
    EXPECT_EQ(recordedAnswer(list, R"({"items":null})", kKey), R"({"metadata":{},"items":[]})");
    EXPECT_EQ(recordedAnswer(applicationPath(kKey, u"p"_s), ownApplication, kKey), ownApplication);
    EXPECT_TRUE(recordedAnswer(applicationPath(kKey, u"p"_s), otherApplication, kKey).isEmpty());
    EXPECT_TRUE(recordedAnswer(applicationPath(kKey, u"p"_s), namesake, kKey).isEmpty());
    EXPECT_EQ(recordedAnswer(treePath(kKey, u"p"_s), R"({"nodes":[]})", kKey), R"({"nodes":[]})");
}

TEST(RecordedAnswer, ContainsNoEventsOfOtherApplications)
{
    const QByteArray ownApplication = R"({"involvedObject":{"name":"shop-1","uid":"u-1"},"message":"m"})";
    const QByteArray otherApplication = R"({"involvedObject":{"name":"bank-1","uid":"u-2"},"message":"n"})";
    const auto body = R"({"metadata":{},"items":[)" + otherApplication + ',' + ownApplication + "]}";
    const ResourceKey pod{{}, u"Pod"_s, u"shop"_s, u"shop-1"_s};
    EXPECT_EQ(recordedAnswer(resourceEventsPath(kKey, u"p"_s, pod, u"u-1"_s), body, kKey),
              R"({"metadata":{},"items":[)" + ownApplication + "]}");
    const QByteArray own = R"({"involvedObject":{"name":"shop","kind":"Application"}})";
    EXPECT_EQ(recordedAnswer(applicationEventsPath(kKey, u"p"_s), R"({"items":[)" + own + ',' + otherApplication + "]}",
                             kKey),
              R"({"metadata":{},"items":[)" + own + "]}");
}

TEST(RecordedAnswer, HandlesAnyBytes)
{
    for (const QByteArray body : {"", "{", "[]", "{\"items\":[", "{\"items\":[{\"metadata\":", "\xff"}) {
        std::ignore = recordedAnswer({u"/api/v1/applications"_s, {}}, body, kKey);
        std::ignore = recordedAnswer(applicationEventsPath(kKey, {}), body, kKey);
        EXPECT_TRUE(recordedAnswer(applicationPath(kKey, {}), body, kKey).isEmpty());
    }
}

} // namespace

} // namespace lynceus
