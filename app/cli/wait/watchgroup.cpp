#include "app/cli/wait/watchgroup.h"

#include "app/cli/applications/inspection.h"
#include "app/cli/servers/serverconnection.h"

#include <algorithm>

namespace lynceus {

namespace {

// Each stream costs the server a subscription and every event of the application: more than these are polled instead.
constexpr std::size_t kMostTreeStreams = 3;
constexpr Duration kTick{1'000}; // the time left is shown in seconds

Expectation expectationFor(const ResolvedTarget &target, const WatchSettings &settings)
{
    Expectation expectation;
    expectation.application = target.found.key;
    expectation.images = target.images;
    expectation.version = settings.version;
    expectation.waitForApp = settings.waitForApp;
    expectation.bake = settings.bake;
    expectation.failAfter = settings.failAfter;
    expectation.imageGrace = settings.imageGrace;
    expectation.acceptSuspended = settings.acceptSuspended;
    expectation.registryProxies = settings.registryProxies;
    return expectation;
}

WatchReport reportOf(const ArgoCdClient &client, const WatchRunner &runner)
{
    WatchReport report;
    report.expectation = runner.expectation();
    report.project = runner.project();
    report.url = applicationUrl(client.access().baseUrl, report.expectation.application);
    report.verdict = runner.verdict();
    report.commit = runner.commit();
    report.logLines = runner.lastLogLines();
    report.now = client.serverNow();
    return report;
}

} // namespace

WatchSettings watchSettings(const WaitOptions &options)
{
    return {.version = options.version,
            .timeout = options.timeout,
            .failAfter = options.failAfter,
            .imageGrace = options.imageGrace,
            .bake = options.bake,
            .acceptSuspended = options.acceptSuspended,
            .waitForApp = options.waitForApp,
            .refresh = options.refresh,
            .registryProxies = options.registryProxies};
}

WatchGroup::WatchGroup(const Clock &clock, const std::vector<ResolvedTarget> &targets, const WatchSettings &settings,
                       QObject *parent)
    : QObject(parent)
{
    for (const auto &target : targets) {
        WatchOptions options;
        options.project = target.found.project;
        options.refresh = settings.refresh;
        options.applicationStream = std::ranges::count(targets, target.client, &ResolvedTarget::client) == 1;
        options.treeStream =
            std::size_t(std::ranges::count(m_clients, target.client)) < kMostTreeStreams; // of each server
        auto runner = std::make_unique<WatchRunner>(*target.client, clock, expectationFor(target, settings),
                                                    settings.timeout, options);
        const int index = int(m_runners.size());
        connect(runner.get(), &WatchRunner::verdictChanged, this, [this, index] { Q_EMIT changed(index); });
        connect(runner.get(), &WatchRunner::finished, this, &WatchGroup::watchEnded);
        m_clients.push_back(target.client);
        m_runners.push_back(std::move(runner));
    }
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, [this] { Q_EMIT changed(-1); });
}

WatchGroup::~WatchGroup() = default;

void WatchGroup::start()
{
    m_tick.start();
    for (const auto &runner : m_runners)
        runner->start();
}

std::vector<WatchReport> WatchGroup::reports() const
{
    std::vector<WatchReport> reports;
    for (std::size_t i = 0; i < m_runners.size(); ++i)
        reports.push_back(reportOf(*m_clients[i], *m_runners[i]));
    return reports;
}

std::vector<WatchGroup::StartError> WatchGroup::startErrors() const
{
    std::vector<StartError> errors;
    for (std::size_t i = 0; i < m_runners.size(); ++i) {
        if (!m_runners[i]->startError())
            continue;
        StartError error{m_clients[i]->instance(),
                         atServer(*m_runners[i]->startError(), m_clients[i]->access().baseUrl)};
        if (std::ranges::find(errors, error) == errors.end())
            errors.push_back(std::move(error));
    }
    return errors;
}

void WatchGroup::watchEnded()
{
    if (++m_ended < m_runners.size())
        return;
    m_tick.stop();
    Q_EMIT finished();
}

} // namespace lynceus
