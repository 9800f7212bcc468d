// The servers for `churn`: a gateway that cuts the connections to a loadserver, and forty servers that send each flood
// of tests/support/floodserver.h. Prints the gateway's address, then one line for each server.
#include "tests/bench/server/churnrelay.h"
#include "tests/support/floodserver.h"

#include <QCoreApplication>
#include <QUrl>

#include <csignal>
#include <cstdio>
#include <memory>
#include <vector>

namespace {

constexpr std::size_t kBroken = 40;

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() != 2) {
        std::fprintf(stderr, "usage: churnserver UPSTREAM_URL\n");
        return 2;
    }
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr); // threads inherit the mask, so that only sigwait() receives the signals

    const lynceus::ChurnRelay relay(static_cast<std::uint16_t>(QUrl(words[1]).port()));
    std::printf("http://127.0.0.1:%d\n", int(relay.port()));
    auto kinds = lynceus::test::floods(lynceus::test::FloodKind::Request);
    for (auto &flood : lynceus::test::floods(lynceus::test::FloodKind::Stream))
        kinds.push_back(std::move(flood));
    std::vector<std::unique_ptr<lynceus::test::FloodServer>> servers;
    for (std::size_t i = 0; i < kBroken; ++i) {
        servers.push_back(std::make_unique<lynceus::test::FloodServer>(kinds[i % kinds.size()]));
        std::printf("%s\n", qPrintable(servers.back()->url().toString()));
    }
    std::printf("end\n");
    std::fflush(stdout);

    int signal = 0;
    sigwait(&ends, &signal);
    std::printf("gateway: %d connections, %d refusals\n", relay.connections(), relay.refusals());
    return 0;
}
