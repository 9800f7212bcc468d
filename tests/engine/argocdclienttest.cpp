#include "core/engine/clients/argocdclient.h"

#include "tests/support/fakeclock.h"
#include "tests/support/rawserver.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;
using namespace std::chrono_literals;

const ApplicationKey kKey{u"prod"_s, u"argocd"_s, u"shop-web"_s};

QByteArray answer(const QByteArray &body, const QByteArray &type = "application/json",
                  const QByteArray &status = "200 OK", const QByteArray &date = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + (date.isEmpty() ? "" : "\r\nDate: " + date)
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

RawServer::Answer always(const QByteArray &bytes)
{
    return [bytes](const ReceivedRequest &) -> Script { return {send(bytes)}; };
}

RawServer::Answer never()
{
    return [](const ReceivedRequest &) -> Script { return {pause(60s)}; };
}

RawServer::Answer events(const QByteArray &body)
{
    return [body](const ReceivedRequest &) -> Script {
        return {send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + body), finish()};
    };
}

class ArgoCdClientTest : public ::testing::Test
{
protected:
    ArgoCdClient &clientFor(RawServer::Answer answers)
    {
        m_server = std::make_unique<RawServer>(std::move(answers));
        InstanceAccess access;
        access.baseUrl = m_server->url();
        m_client = std::make_unique<ArgoCdClient>(u"prod"_s, access, m_clock);
        return *m_client;
    }

    template<typename T>
    Result<Answer<T>> settled(FutureAnswer<T> future)
    {
        EXPECT_TRUE(waitFor(future)) << "timeout: the request never settled";
        return future.isFinished() && future.resultCount() == 1 ? future.result()
                                                                : Result<Answer<T>>(badInput(u"nothing"_s));
    }

    FakeClock m_clock;
    QObject m_context;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<ArgoCdClient> m_client;
};

TEST_F(ArgoCdClientTest, StampsAnswersWithTheServersTime)
{
    const auto server = m_clock.now() + 1h;
    auto &client = clientFor(
        always(answer(R"({"Version":"v3.6.0+37ee009"})", "application/json", "200 OK", formatHttpDate(server))));
    EXPECT_EQ(client.serverNow(), m_clock.now()) << "before the first answer, only the local clock is known";
    const auto version = settled(client.version(&m_context));
    ASSERT_TRUE(version) << version.error().message.toStdString();
    EXPECT_EQ(version->value.major, 3);
    EXPECT_LE(std::chrono::abs(version->askedAt - server), 1s);
    EXPECT_LE(std::chrono::abs(client.serverNow() - server), 1s);
    EXPECT_EQ(client.sentRequests(), 1);
}

TEST_F(ArgoCdClientTest, FiltersTheListItselfBecauseServersIgnoreUnknownFilters)
{
    const auto item = [](const QByteArray &nameSpace, const QByteArray &name, const QByteArray &project,
                         const QByteArray &tier) {
        return R"({"metadata":{"name":")" + name + R"(","namespace":")" + nameSpace + R"(","labels":{"tier":")" + tier
            + R"("}},"spec":{"project":")" + project + R"("}})";
    };
    const QByteArray body = R"({"metadata":{"resourceVersion":"7"},"items":[)" + item("argocd", "a", "shop", "web")
        + ',' + item("argocd", "b", "other", "web") + ',' + item("team", "a", "shop", "web") + ','
        + item("argocd", "c", "shop", "db") + "]}";
    auto &client = clientFor(always(answer(body)));
    const auto names = [&](const ListFilter &filter) {
        QStringList found;
        const auto list = settled(client.list({}, ApplicationDetail::Summary, filter, &m_context));
        EXPECT_TRUE(list);
        for (const auto &application : list ? list->value->applications : std::vector<Application>{})
            found.append(application.nameSpace + u'/' + application.name);
        return found.join(u' ');
    };
    EXPECT_EQ(names({}), u"argocd/a argocd/b team/a argocd/c"_s);
    EXPECT_EQ(names({{u"shop"_s}, {}, {}, {}}), u"argocd/a team/a argocd/c"_s);
    EXPECT_EQ(names({{}, u"tier in (web),tier!=x"_s, u"a"_s, {}}), u"argocd/a team/a"_s);
    EXPECT_EQ(names({{}, {}, {}, u"team"_s}), u"team/a"_s);
}

TEST_F(ArgoCdClientTest, RejectsABadSelectorBeforeSending)
{
    auto &client = clientFor(never());
    const auto list = settled(client.list({}, ApplicationDetail::Summary, {{}, u"a in b"_s, {}, {}}, &m_context));
    ASSERT_FALSE(list);
    EXPECT_EQ(list.error().kind, Error::Kind::BadInput);
    EXPECT_EQ(client.sentRequests(), 0);
}

TEST_F(ArgoCdClientTest, UnexpectedAnswerNamesTheRequest)
{
    auto &client = clientFor(always(answer(R"({"metadata":{"name":5}})")));
    const auto read = settled(client.application(kKey, u"shop"_s, Refresh::None, &m_context));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, Error::Kind::Malformed);
    EXPECT_EQ(read.error().asked, u"GET /api/v1/applications/shop-web"_s);
}

TEST_F(ArgoCdClientTest, ReadsLogLinesUntilTheirEndMark)
{
    auto &client = clientFor(events("data: {\"result\":{\"content\":\"one\",\"podName\":\"p\"}}\n\n"
                                    "data: {\"result\":{\"content\":\"two\",\"podName\":\"p\"}}\n\n"
                                    "data: {\"result\":{\"content\":\"\",\"last\":true}}\n\n"));
    const auto lines = settled(client.logs(kKey, u"shop"_s, {u"p"_s, u"shop"_s, {}, 20, true}, &m_context));
    ASSERT_TRUE(lines) << lines.error().message.toStdString();
    ASSERT_EQ(lines->value.size(), 2U);
    EXPECT_EQ(lines->value.back().content, u"two"_s);
    EXPECT_EQ(client.sentRequests(), 1);
    EXPECT_TRUE(m_server->requests().front().line.contains("previous=true"));
}

TEST_F(ArgoCdClientTest, CompleteLogLinesCountIfTheEndIsTruncated)
{
    auto &client = clientFor(events("data: {\"result\":{\"content\":\"one\"}}\n\ndata: {\"resu"));
    const auto lines = settled(client.logs(kKey, u"shop"_s, {u"p"_s, u"shop"_s, {}, 20, false}, &m_context));
    ASSERT_TRUE(lines);
    EXPECT_EQ(lines->value.size(), 1U);
}

TEST_F(ArgoCdClientTest, UnreadableLogsAreForbidden)
{
    auto &client = clientFor(always(answer(
        R"({"error":{"grpc_code":7,"http_code":403,"message":"permission denied: logs, get","http_status":"Forbidden"}})",
        "application/json", "403 Forbidden")));
    const auto lines = settled(client.logs(kKey, u"shop"_s, {u"p"_s, u"shop"_s, {}, 20, false}, &m_context));
    ASSERT_FALSE(lines);
    EXPECT_EQ(lines.error().kind, Error::Kind::Forbidden);
}

TEST_F(ArgoCdClientTest, DestroyedContextReceivesNothing)
{
    auto &client = clientFor(never());
    auto context = std::make_unique<QObject>();
    int received = 0;
    std::ignore =
        client.version(context.get()).then(context.get(), [&](const Result<Answer<ServerVersion>> &) { ++received; });
    std::ignore = client.logs(kKey, {}, {u"p"_s, u"shop"_s, {}, 20, false}, context.get())
                      .then(context.get(), [&](const Result<Answer<std::vector<LogLine>>> &) { ++received; });
    ASSERT_TRUE(waitUntil([&] { return m_server->requests().size() == 2; }));
    context.reset();
    EXPECT_TRUE(waitUntil([&] { return m_server->closedConnections() == 2; })) << "the sockets stay open";
    drainEvents();
    EXPECT_EQ(received, 0);
}

TEST_F(ArgoCdClientTest, PendingRequestsSettleWhenTheClientIsDestroyed)
{
    auto &client = clientFor(never());
    std::vector<Error::Kind> received;
    std::ignore = client.version(&m_context).then(&m_context, [&](const Result<Answer<ServerVersion>> &result) {
        received.push_back(result ? Error::Kind::BadInput : result.error().kind);
    });
    ASSERT_TRUE(waitUntil([&] { return m_server->requests().size() == 1; }));
    m_client.reset();
    drainEvents();
    EXPECT_EQ(received, std::vector{Error::Kind::Cancelled});
}

} // namespace

} // namespace lynceus
