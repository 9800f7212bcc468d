#include "core/io/teamserver/teamserverrequest.h"

#include "core/domain/teamserver/teamserverrequests.h"
#include "tests/io/http/wire.h"
#include "tests/support/logcapture.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

/// Collects the answers to one request.
class Asked final
{
public:
    explicit Asked(InstanceAccess access, Duration deadline = TeamServerRequest::kDeadline)
        : m_request(std::move(access), serverTasksPath({}), nullptr, deadline)
    {
        QObject::connect(&m_request, &TeamServerRequest::answered, &m_request,
                         [this](const Result<QByteArray> &body) { answers.push_back(body); });
    }
    [[nodiscard]] TeamServerRequest &request() { return m_request; }
    [[nodiscard]] bool wait()
    {
        const bool came = waitUntil([this] { return !answers.empty(); });
        drainEvents();
        return came && answers.size() == 1;
    }

    std::vector<Result<QByteArray>> answers;

private:
    TeamServerRequest m_request;
};

InstanceAccess withCredential(const QUrl &url)
{
    InstanceAccess access;
    access.baseUrl = url;
    access.headers = {{"ARGO_WATCHER_DEPLOY_TOKEN", kToken}};
    return access;
}

const QByteArray kTasks = R"({"tasks":[],"total":0})";

} // namespace

TEST(TeamServerRequest, SendsTheCredentialAndReadsTheAnswer)
{
    RawServer server([](const ReceivedRequest &) -> Script { return {send(json(kTasks))}; });
    Asked asked(withCredential(server.url()));
    asked.request().get();
    ASSERT_TRUE(asked.wait());
    ASSERT_TRUE(asked.answers.front().has_value()) << qPrintable(asked.answers.front().error().message);
    EXPECT_EQ(*asked.answers.front(), kTasks);
    EXPECT_EQ(server.requests().front().line, "GET /api/v1/tasks?limit=1000 HTTP/1.1");
    EXPECT_EQ(server.requests().front().headers["argo_watcher_deploy_token"], kToken);
    EXPECT_FALSE(server.requests().front().headers.contains("authorization"));
}

TEST(TeamServerRequest, PostsATaskOnce)
{
    RawServer server([](const ReceivedRequest &) -> Script {
        return {send(answer("202 Accepted", "application/json", R"({"id":"1","status":"accepted"})"))};
    });
    TeamServerRequest request(withCredential(server.url()), newServerTaskPath());
    std::vector<Result<QByteArray>> answers;
    QObject::connect(&request, &TeamServerRequest::answered, &request,
                     [&](const Result<QByteArray> &body) { answers.push_back(body); });
    request.post(R"({"app":"web"})");
    ASSERT_TRUE(waitUntil([&] { return !answers.empty(); }));
    EXPECT_TRUE(answers.front().has_value());
    EXPECT_EQ(server.requests().size(), 1U);
    EXPECT_EQ(server.requests().front().line, "POST /api/v1/tasks HTTP/1.1");
    EXPECT_EQ(server.requests().front().headers["content-type"], "application/json");
    EXPECT_EQ(server.requests().front().body, R"({"app":"web"})");
}

// The server may have accepted the task before it closed the connection: a second POST would create a second task.
TEST(TeamServerRequest, DoesNotRetryPosts)
{
    RawServer server([](const ReceivedRequest &) -> Script { return {finish()}; });
    TeamServerRequest request(withCredential(server.url()), newServerTaskPath());
    std::vector<Result<QByteArray>> answers;
    QObject::connect(&request, &TeamServerRequest::answered, &request,
                     [&](const Result<QByteArray> &body) { answers.push_back(body); });
    request.post("{}");
    ASSERT_TRUE(waitUntil([&] { return !answers.empty(); }));
    drainEvents();
    EXPECT_FALSE(answers.front().has_value());
    EXPECT_EQ(server.requests().size(), 1U);
    EXPECT_EQ(server.connections(), 1);
}

TEST(TeamServerRequest, NothingIsSentToAnotherOrigin)
{
    RawServer other([](const ReceivedRequest &) -> Script { return {send(json(kTasks))}; });
    RawServer server([&other](const ReceivedRequest &) -> Script {
        return {send(head("307 Temporary Redirect",
                          "Content-Length: 0\r\nLocation: " + other.url().toEncoded() + "/api/v1/tasks"))};
    });
    Asked asked(withCredential(server.url()));
    asked.request().get();
    ASSERT_TRUE(asked.wait());
    ASSERT_FALSE(asked.answers.front().has_value());
    EXPECT_EQ(asked.answers.front().error().kind, Error::Kind::NotArgoCd);
    EXPECT_EQ(other.connections(), 0);
}

TEST(TeamServerRequest, ErrorsDoNotContainTheCredential)
{
    const LogCapture log;
    RawServer server([](const ReceivedRequest &request) -> Script {
        return {
            send(answer("401 Unauthorized", "application/json",
                        R"({"error":"the token )" + request.headers["argo_watcher_deploy_token"] + R"( is wrong"})"))};
    });
    Asked asked(withCredential(server.url()));
    asked.request().get();
    ASSERT_TRUE(asked.wait());
    ASSERT_FALSE(asked.answers.front().has_value());
    EXPECT_EQ(asked.answers.front().error().kind, Error::Kind::SignInNeeded);
    EXPECT_FALSE(asked.answers.front().error().message.contains(QString::fromLatin1(kToken)));
    EXPECT_FALSE(log.text().contains(QString::fromLatin1(kToken)));
}

class TeamServerFault : public testing::TestWithParam<WireFault>
{ };

// All faults must end in one error, without a body, within the deadline.
TEST_P(TeamServerFault, EndsOnceWithAnErrorAndNoBody)
{
    const auto &fault = GetParam();
    const Kind kind{"tasks", serverTasksPath({}), BodyForm::OneValue, R"({"tasks":[)" + QByteArray(200'000, ' ') + "]}",
                    false};
    RawServer server([&](const ReceivedRequest &) { return fault.script(kind); });
    constexpr Duration kShort{2'000}; // for faults that never end by themselves
    Asked asked(withCredential(server.url()), std::min({fault.deadline, fault.inactivity, kShort}));
    asked.request().get();
    ASSERT_TRUE(asked.wait());
    ASSERT_FALSE(asked.answers.front().has_value()) << asked.answers.front()->size() << " bytes";
    EXPECT_FALSE(asked.answers.front().error().message.isEmpty());
    EXPECT_TRUE(asked.answers.front().error().asked.startsWith("GET /api/v1/tasks"_L1));
}

namespace {

/// Leaves out faults that test a lower cap.
std::vector<WireFault> faultsOfTeamServers()
{
    auto faults = wireFaults();
    std::erase_if(faults, [](const WireFault &fault) { return fault.cap < TeamServerRequest::kBodyCap; });
    return faults;
}

} // namespace

INSTANTIATE_TEST_SUITE_P(All, TeamServerFault, testing::ValuesIn(faultsOfTeamServers()),
                         [](const auto &parameter) { return std::string(parameter.param.name); });

} // namespace lynceus
