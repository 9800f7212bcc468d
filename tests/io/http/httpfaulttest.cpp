#include "core/io/http/httpclient.h"
#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/logcapture.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

const auto kNumber = [](const auto &info) {
    const auto &[kind, fault] = info.param;
    return std::string(kind.name) + "_" + fault.name;
};

// Nothing says that more was to come, and Argo CD itself answers so for a pod that it does not know.
bool looksLikeAnEmptyLog(const Kind &kind, const WireFault &fault)
{
    const QByteArray name(fault.name);
    return kind.form == BodyForm::Lines && (name == "Empty" || name == "BadChunkSizeFirst");
}

void expectSettledWithError(const std::vector<Result<Reply>> &outcomes, const Kind &kind, const WireFault &fault)
{
    ASSERT_EQ(outcomes.size(), 1U);
    if (looksLikeAnEmptyLog(kind, fault)) {
        ASSERT_TRUE(outcomes[0].has_value());
        EXPECT_TRUE(outcomes[0]->body.isEmpty());
        return;
    }
    ASSERT_FALSE(outcomes[0].has_value()) << "got a body of " << outcomes[0]->body.size() << " bytes";
    const auto &error = outcomes[0].error();
    EXPECT_EQ(error.kind, fault.requestError) << qPrintable(error.message);
    EXPECT_FALSE(error.message.isEmpty());
    EXPECT_TRUE(error.asked.startsWith("GET /api/"_L1)) << qPrintable(error.asked);
    EXPECT_FALSE((error.message + error.asked).contains(QString::fromLatin1(kToken)));
}

} // namespace

class HttpFault : public testing::TestWithParam<std::tuple<Kind, WireFault>>
{ };

TEST_P(HttpFault, SettlesOnceWithAnErrorAndNoBody)
{
    const auto &kind = std::get<0>(GetParam()); // clang 14 cannot capture structured bindings
    const auto &fault = std::get<1>(GetParam());
    const LogCapture log;
    RawServer server([&](const ReceivedRequest &) { return fault.script(kind); });
    const FakeClock clock;
    HttpClient client(accessTo(server.url()), clock);
    QObject context;

    std::vector<Result<Reply>> outcomes;
    const auto done = client.get({kind.path, fault.inactivity, fault.deadline, fault.cap, kind.form}, &context)
                          .then(&context, [&outcomes](const Result<Reply> &result) { outcomes.push_back(result); });
    ASSERT_TRUE(waitFor(done));
    drainEvents();

    expectSettledWithError(outcomes, kind, fault);
    EXPECT_FALSE(log.text().contains(QString::fromLatin1(kToken)));
    EXPECT_TRUE(log.text().contains("GET /api/"_L1)) << "the capture is blind";
}

INSTANTIATE_TEST_SUITE_P(All, HttpFault,
                         testing::Combine(testing::ValuesIn(requestKinds()), testing::ValuesIn(wireFaults())), kNumber);

class HttpFraming : public testing::TestWithParam<std::tuple<Kind, WireFraming>>
{ };

TEST_P(HttpFraming, GivesTheWholeBody)
{
    const auto &kind = std::get<0>(GetParam());
    const auto &framing = std::get<1>(GetParam());
    RawServer server([&](const ReceivedRequest &) { return framing.script(kind); });
    const FakeClock clock;
    HttpClient client(accessTo(server.url()), clock);
    QObject context;

    const auto future = client.get({.path = kind.path, .bodyForm = kind.form}, &context);
    ASSERT_TRUE(waitFor(future));

    const auto result = future.result();
    ASSERT_TRUE(result.has_value()) << qPrintable(result.error().message);
    EXPECT_EQ(result->body, kind.body);
    EXPECT_GE(result->body.capacity() - result->body.size(), 64);
    EXPECT_EQ(result->serverTime, parseRfc3339("2026-11-23T08:32:52Z"));
    EXPECT_EQ(result->askedAt, clock.now());
    EXPECT_EQ(result->answeredAt, clock.now());
}

INSTANTIATE_TEST_SUITE_P(All, HttpFraming,
                         testing::Combine(testing::ValuesIn(requestKinds()), testing::ValuesIn(wireFramings())),
                         kNumber);

} // namespace lynceus
