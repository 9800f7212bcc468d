// Frames of streams, trees, events and log lines, by example.
#include "core/domain/argocd/decoders/decoders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using ::testing::IsEmpty;

TEST(DecodeFrame, DistinguishesErrorsFromResults)
{
    struct Row
    {
        QByteArray frame;
        Error::Kind kind;
        bool retryable;
        int status;
    };
    Decoder decoder;
    for (const auto &[frame, kind, retryable, status] : {
             Row{R"({"error":{"grpc_code":16,"http_code":401,"message":"m"}})", Error::Kind::SignInNeeded, false, 401},
             Row{R"({"error":{"grpc_code":7,"http_code":403,"message":"m"}})", Error::Kind::Forbidden, false, 403},
             Row{R"({"error":{"grpc_code":5,"http_code":404,"message":"m"}})", Error::Kind::NotFound, false, 404},
             Row{R"({"error":{"grpc_code":8,"http_code":429,"message":"m"}})", Error::Kind::Server, false, 429},
             Row{R"({"error":{"grpc_code":12,"http_code":501,"message":"m"}})", Error::Kind::Server, false, 501},
             Row{R"({"error":{"grpc_code":14,"http_code":503,"message":"m"}})", Error::Kind::Server, true, 503},
             Row{R"({"error":{"grpc_code":1e9,"http_code":"x","message":5}})", Error::Kind::Server, true, 0},
             Row{R"({"error":{"grpc_code":99999,"http_code":99999}})", Error::Kind::Server, true, 0},
             Row{R"({"error":"m"})", Error::Kind::Server, true, 0},
             Row{R"({"error":5})", Error::Kind::Malformed, false, 0},
             Row{R"({})", Error::Kind::Malformed, false, 0},
             Row{R"({"result":null,"error":null})", Error::Kind::Malformed, false, 0},
             Row{R"({"result":5})", Error::Kind::Malformed, false, 0},
         }) {
        for (const auto &error : {decoder.applicationEvent(frame).error(), decoder.resourceTreeEvent(frame).error(),
                                  decoder.logLine(frame).error()}) {
            EXPECT_EQ(error.kind, kind) << frame.toStdString();
            EXPECT_EQ(error.retryable, retryable) << frame.toStdString();
            EXPECT_EQ(error.httpStatus, status) << frame.toStdString();
            EXPECT_FALSE(error.message.isEmpty());
        }
    }
}

TEST(DecodeFrame, ReadsEventTypes)
{
    Decoder decoder;
    const auto typeOf = [&](const QByteArray &type) {
        return decoder.applicationEvent(R"({"result":{"type":")" + type
                                        + R"(","application":{"metadata":{"name":"w"}}}})");
    };
    EXPECT_EQ(typeOf("ADDED").value().type, ApplicationEvent::Type::Added);
    EXPECT_EQ(typeOf("MODIFIED").value().type, ApplicationEvent::Type::Modified);
    EXPECT_EQ(typeOf("DELETED").value().type, ApplicationEvent::Type::Deleted);
    EXPECT_EQ(typeOf("BOOKMARK").error().message, u"result.type is not a known type"_s);
    EXPECT_EQ(decoder.applicationEvent(R"({"result":{"application":{"metadata":{"name":"w"}}}})").error().message,
              u"result.type is missing"_s);
    EXPECT_EQ(decoder.applicationEvent(R"({"result":{"type":"ADDED"}})").error().message,
              u"result.application is missing"_s);
}

ResourceNode nodeWith(const QByteArray &fields)
{
    return Decoder().resourceTree(R"({"nodes":[{"kind":"Pod","name":"p",)" + fields + "}]}").value().nodes.at(0);
}

TEST(DecodeTree, ReadsInfoItems)
{
    const auto node =
        nodeWith(R"x("info":[{"name":"Revision","value":"Rev:12"},{"name":"Status Reason","value":"CrashLoopBackOff"},
        {"name":"Containers","value":"1/2"},{"name":"Restart Count","value":"4"},{"name":"Node","value":"n1"},{"name":"CPU (Req)","value":"10m"}])x");
    EXPECT_EQ(node.revision, 12);
    EXPECT_EQ(node.statusReason, u"CrashLoopBackOff"_s);
    EXPECT_EQ(node.readyContainers, 1);
    EXPECT_EQ(node.containers, 2);
    EXPECT_EQ(node.restarts, 4);
    EXPECT_EQ(node.node, u"n1"_s);
}

TEST(DecodeTree, SkipsUnknownInfoFormats)
{
    for (const QByteArray item :
         {R"({})", R"({"name":"Revision"})", R"({"value":"Rev:1"})", R"({"name":"Revision","value":"1"})",
          R"({"name":"Revision","value":"Rev:"})", R"({"name":"Revision","value":"Rev:x"})",
          R"({"name":"Revision","value":"Rev:-1"})", R"({"name":"Revision","value":"Rev:99999999999"})",
          R"({"name":"Containers","value":"1"})", R"({"name":"Containers","value":"/"})",
          R"({"name":"Containers","value":"a/2"})", R"({"name":"Containers","value":"1/2/3"})",
          R"({"name":"Restart Count","value":"many"})", R"({"name":"Restart Count"})", "null"}) {
        const auto node = nodeWith(R"("info":[)" + item + "]");
        EXPECT_FALSE(node.revision) << item.toStdString();
        EXPECT_FALSE(node.readyContainers) << item.toStdString();
        EXPECT_FALSE(node.containers) << item.toStdString();
        EXPECT_EQ(node.restarts, 0) << item.toStdString();
    }
}

TEST(DecodeTree, LinksNodesByTheirFirstParent)
{
    const auto tree = Decoder()
                          .resourceTree(R"({"orphanedNodes":[{"kind":"ConfigMap","name":"o","uid":"u4"}],"nodes":[
        {"kind":"Pod","name":"p","uid":"u3","parentRefs":[{"kind":"ReplicaSet","name":"r","uid":"u2"},{"uid":"u4"}]},
        {"group":"apps","kind":"ReplicaSet","name":"r","uid":"u2","parentRefs":[]}]})")
                          .value();
    ASSERT_EQ(tree.nodes.size(), 3U);
    const auto pod = tree.indexOf({{}, u"Pod"_s, {}, u"p"_s});
    const auto set = tree.indexOf({u"apps"_s, u"ReplicaSet"_s, {}, u"r"_s});
    const auto orphan = tree.indexOf({{}, u"ConfigMap"_s, {}, u"o"_s});
    EXPECT_EQ(tree.nodes[static_cast<size_t>(pod)].parent, set);
    EXPECT_TRUE(tree.nodes[static_cast<size_t>(orphan)].orphaned);
    EXPECT_FALSE(tree.nodes[static_cast<size_t>(pod)].orphaned);
    EXPECT_THAT(Decoder().resourceTree("{}").value().nodes, IsEmpty());
    EXPECT_FALSE(Decoder().resourceTree(R"({"nodes":[null]})"));
}

TEST(DecodeEvents, FillsTimesMissingInNewerEvents)
{
    const auto events = Decoder()
                            .events(R"({"items":[
        {"eventTime":"2026-11-23T09:00:00.5Z","firstTimestamp":null,"lastTimestamp":null},
        {"eventTime":"2026-11-23T09:00:00Z","series":{"count":7,"lastObservedTime":"2026-11-23T09:05:00Z"}},{}]})")
                            .value();
    EXPECT_EQ(events[0].first, parseRfc3339("2026-11-23T09:00:00.5Z"));
    EXPECT_EQ(events[0].last, events[0].first);
    EXPECT_EQ(events[1].last, parseRfc3339("2026-11-23T09:05:00Z"));
    EXPECT_EQ(events[1].count, 7);
    EXPECT_FALSE(events[2].last);
    EXPECT_EQ(events[2].count, 1);
}

TEST(DecodeLog, PrefersTheExactTime)
{
    Decoder decoder;
    EXPECT_EQ(decoder.logLine(R"({"result":{"timeStampStr":"","timeStamp":"2026-11-23T09:00:00Z"}})").value().time,
              parseRfc3339("2026-11-23T09:00:00Z"));
    EXPECT_FALSE(decoder.logLine(R"({"result":{"last":true,"timeStampStr":"","timeStamp":null}})").value().time);
    EXPECT_FALSE(decoder.logLine(R"({"result":{"timeStampStr":"soon"}})"));
}

} // namespace
} // namespace lynceus
