#include "core/io/http/requests/streamconnection.h"
#include "tests/io/http/wire.h"
#include "tests/support/fakeclock.h"
#include "tests/support/logcapture.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

QByteArray payloadOf(const Kind &kind)
{
    return kind.body.sliced(6, kind.body.indexOf('\n') - 6).trimmed();
}

// Streams have no deadline, so single bytes over a long time are not a fault.
std::vector<WireFault> streamFaults()
{
    auto faults = wireFaults();
    std::erase_if(faults, [](const WireFault &fault) { return QByteArray(fault.name) == "SlowBytesPastDeadline"; });
    return faults;
}

} // namespace

class StreamFault : public testing::TestWithParam<WireFault>
{ };

TEST_P(StreamFault, EndsEveryKindOfStreamOnceWithAnErrorAndNoPartialFrames)
{
    const auto &fault = GetParam();
    for (const auto &kind : streamKinds()) {
        SCOPED_TRACE(kind.name);
        const LogCapture log;
        RawServer server([&](const ReceivedRequest &) { return fault.script(kind); });
        const FakeClock clock;
        StreamConnection stream(accessTo(server.url()), kind.path, clock, nullptr, fault.inactivity);
        std::vector<Error> ends;
        QObject::connect(&stream, &StreamConnection::ended, &stream,
                         [&](const Error &error) { ends.push_back(error); });
        QByteArrayList frames;
        QObject::connect(&stream, &StreamConnection::frameArrived, &stream,
                         [&](const QByteArray &payload) { frames.append(payload); });

        stream.open();
        ASSERT_TRUE(waitUntil([&] { return !ends.empty(); }));
        drainEvents();

        ASSERT_EQ(ends.size(), 1U);
        EXPECT_EQ(ends[0].kind, fault.streamError) << qPrintable(ends[0].message);
        EXPECT_FALSE(ends[0].message.isEmpty());
        EXPECT_TRUE(ends[0].asked.startsWith("GET /api/v1/stream/"_L1));
        for (const auto &frame : frames)
            EXPECT_EQ(frame.trimmed(), payloadOf(kind));
        EXPECT_FALSE((log.text() + ends[0].message + ends[0].asked).contains(QString::fromLatin1(kToken)));
    }
}

INSTANTIATE_TEST_SUITE_P(All, StreamFault, testing::ValuesIn(streamFaults()),
                         [](const auto &parameter) { return std::string(parameter.param.name); });

} // namespace lynceus
