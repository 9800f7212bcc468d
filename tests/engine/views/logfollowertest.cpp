#include "core/engine/views/logfollower.h"

#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

const QByteArray kHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

QByteArray lineAt(int second, const QByteArray &content)
{
    return "data: {\"result\":{\"content\":\"" + content + "\",\"timeStampStr\":\"2026-11-26T10:00:"
        + QByteArray::number(second).rightJustified(2, '0') + "Z\",\"podName\":\"p\"}}\n\n";
}
const QByteArray kLast = "data: {\"result\":{\"content\":\"\",\"last\":true}}\n\n";

class LogFollowerTest : public ::testing::Test
{
protected:
    void follow(RawServer::Answer answers)
    {
        m_server = std::make_unique<RawServer>(std::move(answers));
        InstanceAccess access;
        access.baseUrl = m_server->url();
        m_follower = std::make_unique<LogFollower>(access, ApplicationKey{u"prod"_s, u"argocd"_s, u"web"_s}, u"shop"_s,
                                                   LogQuery{u"p"_s, u"shop"_s, {}, 20, false}, m_clock, nullptr);
        QObject::connect(m_follower.get(), &LogFollower::linesArrived, m_follower.get(),
                         [this](const std::vector<LogLine> &lines) {
                             m_largest = std::max(m_largest, lines.size());
                             for (const auto &line : lines)
                                 m_lines.append(line.content);
                         });
        QObject::connect(m_follower.get(), &LogFollower::ended, m_follower.get(),
                         [this](const std::optional<Error> &error) {
                             ++m_ends;
                             m_error = error;
                         });
        m_follower->open();
    }

    SystemClock m_clock; // sockets use real time
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<LogFollower> m_follower;
    QStringList m_lines;
    std::size_t m_largest = 0;
    int m_ends = 0;
    std::optional<Error> m_error;
};

TEST_F(LogFollowerTest, DeliversEachLineUntilTheContainerEnds)
{
    follow(
        [](const ReceivedRequest &) -> Script { return {send(kHead + lineAt(1, "one") + lineAt(2, "two") + kLast)}; });
    ASSERT_TRUE(waitUntil([this] { return m_ends == 1; }));
    EXPECT_FALSE(m_error);
    EXPECT_EQ(m_lines, (QStringList{u"one"_s, u"two"_s}));
    EXPECT_TRUE(m_server->requests().front().line.contains("follow=true"));
}

TEST_F(LogFollowerTest, ReconnectsWithoutRepeatingOrLosingLines)
{
    int connections = 0;
    follow([&connections](const ReceivedRequest &) -> Script {
        if (++connections == 1)
            return {send(kHead + lineAt(1, "one") + lineAt(2, "two") + lineAt(2, "three") + "data: {\"resu"), finish()};
        return {send(kHead + lineAt(1, "one") + lineAt(2, "two") + lineAt(2, "three") + lineAt(2, "four")
                     + lineAt(3, "five") + kLast)};
    });
    ASSERT_TRUE(waitUntil([this] { return m_ends == 1; }));
    EXPECT_EQ(m_lines, (QStringList{u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s}));
    EXPECT_TRUE(m_server->requests().back().line.contains("tailLines=1000"));
}

TEST_F(LogFollowerTest, BatchesManyLines)
{
    QByteArray many = kHead;
    for (int line = 0; line < 3'000; ++line)
        many += lineAt(line / 100, QByteArray::number(line));
    follow([many](const ReceivedRequest &) -> Script { return {send(many + kLast)}; });
    ASSERT_TRUE(waitUntil([this] { return m_ends == 1; }));
    ASSERT_EQ(m_lines.size(), 3'000);
    EXPECT_EQ(m_lines.back(), u"2999"_s);
    EXPECT_LE(m_largest, LogFollower::kBatch);
}

TEST_F(LogFollowerTest, UnreadableLogsAreForbidden)
{
    const QByteArray body = R"({"error":"permission denied","code":7,"message":"permission denied"})";
    follow([body](const ReceivedRequest &) -> Script {
        return {send("HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n\r\n" + body)};
    });
    ASSERT_TRUE(waitUntil([this] { return m_ends == 1; }));
    ASSERT_TRUE(m_error);
    EXPECT_EQ(m_error->kind, Error::Kind::Forbidden);
    EXPECT_EQ(m_server->requests().size(), 1U) << "not requested again";
}

} // namespace

} // namespace lynceus
