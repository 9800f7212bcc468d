#pragma once

#include "core/replay/server/replayserver.h"
#include "tests/replay/recordings.h"
#include "tests/support/rawclient.h"

#include <optional>

namespace lynceus::test {

/// Set by tests; the server reads it ten times a second.
class ManualClock final : public Clock
{
public:
    Duration elapsed{0};

    Instant now() const override { return Instant(Duration(1'800'000'000'000) + elapsed); }
    Duration steady() const override { return elapsed; }
};

class ServerTest : public testing::Test
{
protected:
    void start(ReplayOptions options = {}, std::vector<Recording> recordings = {})
    {
        if (recordings.empty())
            recordings.push_back(*recordingNamed("deploy-ok"));
        server.emplace(std::move(recordings), std::move(options), clock);
        const auto listening = server->listen();
        ASSERT_TRUE(listening) << listening.error().message.toStdString();
    }

    void startWith(const QString &fault)
    {
        const auto parsed = parseFault(fault);
        ASSERT_TRUE(parsed) << parsed.error().message.toStdString();
        ReplayOptions options;
        options.faults = {*parsed};
        start(std::move(options));
    }

    /// After this, the server has read the clock, and its output can be read: each request makes it check.
    void settle()
    {
        RawClient client(server->baseUrl());
        for (int i = 0; i < 3; ++i) {
            client.get("/api/version");
            EXPECT_TRUE(client.readAnswer());
        }
    }

    ManualClock clock;
    std::optional<ReplayServer> server;
};

inline const QByteArray kApplication = "/api/v1/applications/shop-web?project=shop";
inline const QByteArray kListStream = "/api/v1/stream/applications?resourceVersion=1099";
inline const QByteArray kTreeStream = "/api/v1/stream/applications/shop-web/resource-tree?project=shop";
inline const QByteArray kEvents = "Accept: text/event-stream\r\n";

} // namespace lynceus::test
