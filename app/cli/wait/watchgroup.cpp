#include "app/cli/wait/watchgroup.h"

#include "app/cli/applications/inspection.h"
#include "app/cli/servers/serverconnection.h"
#include "app/cli/wait/imageassignment.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Each stream costs the server a subscription and all events of the application; further trees are polled instead.
constexpr std::size_t kMostTreeStreams = 3;
constexpr Duration kTick{1'000}; // the remaining time is shown in seconds

Expectation expectationFor(const ResolvedTarget &target, const WatchSettings &settings)
{
    Expectation expectation;
    expectation.application = target.found.key;
    expectation.images = target.images;
    expectation.version = settings.version;
    expectation.waitForApp = settings.waitForApp && !settings.withChildren; // children exist when they are found
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

ParentReport reportOf(const ChildFinder &finder)
{
    ParentReport report;
    report.key = finder.parentKey();
    report.kind = finder.parentKind();
    report.isComplete = finder.isComplete();
    report.blocker = finder.blocker();
    report.children = finder.found();
    report.leftOut = finder.leftOut();
    report.isByOwner = finder.isByOwner();
    return report;
}

/// The error of a search that found nothing for too long.
Error errorOf(const ChildFinder &finder)
{
    const auto &name = finder.parentKey().name;
    if (!finder.hasChildren())
        return {Error::Kind::BadInput, u"--with-children"_s,
                u"%1 %2 has no child applications; leave the option out to watch only this application"_s.arg(
                    nameOf(finder.parentKind()), name),
                false, 0};
    return usedByNone(finder.unusedImages().front(), finder.imagesSeen());
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
            .withChildren = options.withChildren,
            .refresh = options.refresh,
            .registryProxies = options.registryProxies};
}

WatchGroup::WatchGroup(const Clock &clock, const std::vector<ResolvedTarget> &targets, const WatchSettings &settings,
                       QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_settings(settings)
{
    for (const auto &target : targets) {
        if (settings.withChildren)
            addParent(target);
        else
            add(target, settings.timeout, std::ranges::count(targets, target.client, &ResolvedTarget::client) == 1);
    }
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, [this] { Q_EMIT changed(-1); });
}

WatchGroup::~WatchGroup() = default;

WatchGroup::Watch &WatchGroup::add(const ResolvedTarget &target, Duration timeout, bool applicationStream)
{
    WatchOptions options;
    options.project = target.found.project;
    options.refresh = m_settings.refresh;
    options.applicationStream = applicationStream;
    options.treeStream =
        std::size_t(std::ranges::count(m_watches, target.client, &Watch::client)) < kMostTreeStreams; // per server
    auto expectation = expectationFor(target, m_settings);
    expectation.usualNotice = m_notices.of(target.found.key);
    auto runner = std::make_unique<WatchRunner>(*target.client, m_clock, std::move(expectation), timeout, options);
    const auto index = m_watches.size();
    connect(runner.get(), &WatchRunner::verdictChanged, this, [this, index] { Q_EMIT changed(int(index)); });
    connect(runner.get(), &WatchRunner::finished, this, [this, index] { takeEnd(index); });
    return m_watches.emplace_back(Watch{target.client, std::move(runner)});
}

void WatchGroup::addParent(const ResolvedTarget &target)
{
    ChildSearch search;
    search.parent = target.found.key;
    search.project = target.found.project;
    search.absent = target.absent;
    search.images = target.images;
    search.registryProxies = m_settings.registryProxies;
    search.refresh = m_settings.refresh;
    search.waitForApp = m_settings.waitForApp;
    auto *client = target.client;
    auto finder = std::make_unique<ChildFinder>(*client, std::move(search));
    connect(finder.get(), &ChildFinder::childFound, this,
            [this, client](const FoundChild &child) { addChild(*client, child); });
    connect(finder.get(), &ChildFinder::failed, this, [this, client](const Error &error) { fail(error, *client); });
    connect(finder.get(), &ChildFinder::searched, this,
            [this, client, searched = finder.get()] { takeChildren(*client, *searched); });
    m_parents.emplace_back(client, std::move(finder));
}

void WatchGroup::addChild(ArgoCdClient &client, FoundChild child)
{
    if (m_isOver)
        return;
    // Two parents may have the same child with different images, and it may later use more of them. A watch keeps its
    // initial images, so further images get another watch.
    bool isWatched = false;
    for (const auto &watch : m_watches) {
        const auto &expectation = watch.runner->expectation();
        if (watch.client != &client || expectation.application != child.key)
            continue;
        isWatched = true;
        std::erase_if(child.images, [&](const ImageReference &image) {
            return std::ranges::find(expectation.images, image) != expectation.images.end();
        });
    }
    if (isWatched && child.images.empty())
        return;
    const auto left = m_settings.timeout - (m_clock.steady() - m_startedAt);
    const ResolvedTarget target{&client, {child.key, child.project}, child.images};
    add(target, std::max(left, Duration{1}), false).runner->start();
    Q_EMIT changed(int(m_watches.size()) - 1);
}

void WatchGroup::takeChildren(const ArgoCdClient &client, const ChildFinder &finder)
{
    if (m_isOver)
        return;
    const auto since = finder.inVainSince();
    if (!m_settings.waitForApp && since && m_clock.steady() - *since >= m_settings.imageGrace)
        return fail(errorOf(finder), client);
    Q_EMIT changed(-1);
    endIfOver();
}

void WatchGroup::takeEnd(std::size_t index)
{
    m_watches[index].hasEnded = true;
    // The last check may be long ago: applications that appeared since then belong to the release too.
    if (std::ranges::all_of(m_watches, &Watch::hasEnded)) {
        for (const auto &[client, finder] : m_parents)
            finder->searchClosely();
    }
    endIfOver();
}

void WatchGroup::fail(const Error &error, const ArgoCdClient &client)
{
    if (!std::exchange(m_isOver, true))
        Q_EMIT failed(error, client);
}

void WatchGroup::start()
{
    m_startedAt = m_clock.steady();
    m_tick.start();
    for (const auto &watch : m_watches)
        watch.runner->start();
    for (const auto &[client, finder] : m_parents)
        finder->start();
}

ReleaseReport WatchGroup::report() const
{
    if (m_conclusion)
        return *m_conclusion;
    ReleaseReport release;
    for (const auto &watch : m_watches)
        release.watches.push_back(reportOf(*watch.client, *watch.runner));
    for (const auto &[client, finder] : m_parents)
        release.parents.push_back(reportOf(*finder));
    if (!m_parents.empty())
        release.now = m_parents.front().first->serverNow();
    return release;
}

std::vector<WatchGroup::StartError> WatchGroup::startErrors() const
{
    std::vector<StartError> errors;
    for (const auto &watch : m_watches) {
        if (!watch.runner->startError())
            continue;
        StartError error{watch.client->instance(),
                         atServer(*watch.runner->startError(), watch.client->access().baseUrl)};
        if (std::ranges::find(errors, error) == errors.end())
            errors.push_back(std::move(error));
    }
    return errors;
}

void WatchGroup::endIfOver()
{
    const bool isWaiting = !std::ranges::all_of(m_watches, &Watch::hasEnded);
    if (isWaiting || m_isOver)
        return;
    auto release = report();
    if (outcomeOf(release) == Outcome::Waiting)
        return;
    m_isOver = true;
    m_conclusion = std::move(release); // parents are checked until this is destroyed
    m_tick.stop();
    Q_EMIT finished();
}

} // namespace lynceus
