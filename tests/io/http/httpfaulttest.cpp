#include "core/io/http/requests/httpclient.h"
#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/logcapture.h"
#include "tests/support/waiting.h"

#include <algorithm>
#include <memory>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

const auto kName = [](const auto &parameter) { return std::string(parameter.param.name); };

/// One kind of request with its own server and client, so that all kinds can run in parallel.
struct Asked
{
    Asked(const Kind &asked, const std::function<Script(const Kind &)> &script, const Clock &clock)
        : kind(asked)
        , server([this, script](const ReceivedRequest &) { return script(kind); })
        , client(accessTo(server.url()), clock)
    { }

    Kind kind;
    RawServer server;
    HttpClient client;
    std::vector<Result<Reply>> outcomes;
};

/// Unpacks a compressed reply. The result must equal that of a request without `unpacksLater`.
Result<Reply> unpackedReply(Result<Reply> result)
{
    if (!result || !result->packed)
        return result;
    EXPECT_TRUE(result->body.isEmpty());
    auto body = unpacked(*std::exchange(result->packed, std::nullopt), result->share.get());
    if (!body)
        return tl::unexpected(body.error());
    result->body = *std::move(body);
    return result;
}

std::vector<std::unique_ptr<Asked>> askAll(const std::function<Script(const Kind &)> &script, const Clock &clock,
                                           QObject *context, const Request &limits)
{
    std::vector<std::unique_ptr<Asked>> all;
    for (const bool unpacksLater : {false, true}) {
        for (const auto &kind : requestKinds()) {
            auto &asked = *all.emplace_back(std::make_unique<Asked>(kind, script, clock));
            auto request = limits;
            request.path = kind.path;
            request.bodyForm = kind.form;
            request.unpacksLater = unpacksLater;
            asked.client.get(request, context).then(context, [&asked](const Result<Reply> &result) {
                asked.outcomes.push_back(unpackedReply(result));
            });
        }
    }
    return all;
}

bool waitForAll(const std::vector<std::unique_ptr<Asked>> &all)
{
    const bool settled = waitUntil(
        [&all] { return std::ranges::all_of(all, [](const auto &asked) { return !asked->outcomes.empty(); }); });
    drainEvents();
    return settled;
}

// Such an answer cannot be recognized as incomplete: Argo CD sends the same for an unknown pod.
bool looksLikeAnEmptyLog(const Kind &kind, const WireFault &fault)
{
    const QByteArray name(fault.name);
    return kind.form == BodyForm::Lines && name == "Empty";
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

class HttpFault : public testing::TestWithParam<WireFault>
{ };

TEST_P(HttpFault, SettlesEveryKindOfRequestOnceWithAnErrorAndNoBody)
{
    const auto &fault = GetParam();
    const LogCapture log;
    const FakeClock clock;
    QObject context;

    const auto all = askAll(fault.script, clock, &context, {{}, fault.inactivity, fault.deadline, fault.cap});
    ASSERT_TRUE(waitForAll(all));

    for (const auto &asked : all) {
        SCOPED_TRACE(asked->kind.name);
        expectSettledWithError(asked->outcomes, asked->kind, fault);
    }
    EXPECT_FALSE(log.text().contains(QString::fromLatin1(kToken)));
    EXPECT_TRUE(log.text().contains("GET /api/"_L1)) << "the capture recorded nothing";
}

INSTANTIATE_TEST_SUITE_P(All, HttpFault, testing::ValuesIn(wireFaults()), kName);

class HttpFraming : public testing::TestWithParam<WireFraming>
{ };

TEST_P(HttpFraming, DeliversTheWholeBodyToEveryKindOfRequest)
{
    const FakeClock clock;
    QObject context;

    const auto all = askAll(GetParam().script, clock, &context, {});
    ASSERT_TRUE(waitForAll(all));

    for (const auto &asked : all) {
        SCOPED_TRACE(asked->kind.name);
        ASSERT_EQ(asked->outcomes.size(), 1U);
        const auto &result = asked->outcomes[0];
        ASSERT_TRUE(result.has_value()) << qPrintable(result.error().message);
        EXPECT_EQ(result->body, asked->kind.body);
        EXPECT_GE(result->body.capacity() - result->body.size(), 64);
        EXPECT_EQ(result->serverTime, parseRfc3339("2026-11-23T08:32:52Z"));
        EXPECT_EQ(result->askedAt, clock.now());
        EXPECT_EQ(result->answeredAt, clock.now());
    }
}

INSTANTIATE_TEST_SUITE_P(All, HttpFraming, testing::ValuesIn(wireFramings()), kName);

} // namespace lynceus
