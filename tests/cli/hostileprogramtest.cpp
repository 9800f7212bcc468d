#include "tests/cli/programrun.h"
#include "tests/support/floodserver.h"
#include "tests/support/waiting.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

constexpr int kMostMemory = 200 * 1024; // KiB; for the whole process

/// Floods that a command must end by itself. Slow and silent servers end by time limits, which other tests check.
std::vector<Flood> fastFloods()
{
    auto all = floods(FloodKind::Request);
    std::erase_if(all,
                  [](const Flood &flood) { return (flood.again.isEmpty() && !flood.next) || flood.pause.count() > 0; });
    return all;
}

class HostileProgram : public testing::TestWithParam<Flood>
{
protected:
    /// Runs the program against @p server and measures its peak memory.
    ProgramResult runAgainst(const FloodServer &server, const QStringList &arguments)
    {
        Program program(arguments + QStringList{u"--server"_s, server.url().toString()},
                        {{u"ARGOCD_AUTH_TOKEN"_s, u"token"_s}});
        int peak = 0;
        EXPECT_TRUE(waitUntil(
            [&] {
                peak = qMax(peak, peakKiB(program.process().processId()));
                return program.process().state() == QProcess::NotRunning;
            },
            Duration(60'000)));
        EXPECT_GT(peak, 0);
        if (memoryCounts())
            EXPECT_LE(peak, kMostMemory);
        return program.finish();
    }
};

} // namespace

TEST_P(HostileProgram, LetsAppsEndWithAnErrorAndLittleMemory)
{
    const FloodServer server(GetParam());
    const auto result = runAgainst(server, {u"apps"_s});
    EXPECT_GT(result.exitCode, 0);
    EXPECT_FALSE(result.error.isEmpty());
    EXPECT_TRUE(result.output.isEmpty());
}

TEST_P(HostileProgram, LetsWaitEndInTimeAndWithLittleMemory)
{
    const FloodServer server(GetParam());
    const auto result =
        runAgainst(server, {u"wait"_s, u"--app"_s, u"shop-web=ghcr.io/acme/shop-web:1.5.0"_s, u"--timeout"_s, u"5s"_s});
    EXPECT_GT(result.exitCode, 0) << "an unclear answer does not mean deployed";
    EXPECT_FALSE((result.error + result.output).isEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, HostileProgram, testing::ValuesIn(fastFloods()),
                         [](const auto &parameter) { return std::string(parameter.param.name); });

} // namespace lynceus
