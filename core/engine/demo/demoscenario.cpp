#include "core/engine/demo/demoscenario.h"

#include "core/engine/demo/inventedweek.h"
#include "core/engine/facade/engine.h"
#include "core/io/keychain/nokeychain.h"
#include "core/io/settings/instancesfile.h"
#include "core/io/signin/systembrowser.h"
#include "core/io/store/deployments/deploymentstore.h"
#include "core/io/store/watchstore.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/recordings/recordinginstance.h"
#include "core/replay/server/replayserver.h"

#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

/// The application of a recording, and the expected version.
struct Release
{
    const char *recording;
    const char *note;
};

struct Place
{
    const char *id;
    const char *name;
    const char *colour;
    std::array<Release, 2> releases;
    std::array<const char *, 3> others; ///< recordings of applications without a watch; null: none
};

constexpr std::array kPlaces{
    Place{"demo-staging",
          "staging",
          "#7b5bd6",
          {Release{"deploy-ok", "A release that succeeds."},
           Release{"presync-fails", "A release whose migration Job fails: see Resources and Logs."}},
          {"crashloop", "waves-ok", "image-updater"}},
    Place{"demo-production",
          "production",
          "#d9822b",
          {Release{"manual-sync", "Auto-sync is off: the application is synced manually after 30 seconds."},
           Release{"already-deployed", "A version that is already running."}},
          {"rollout-canary-ok", "image-typo", nullptr}},
};

constexpr Duration kTimeout = 10min; ///< the longest recording takes two minutes

} // namespace

DemoScenario::DemoScenario(const Clock &clock)
    : m_clock(clock)
    , m_room(new QObject)
{
    m_room->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_room, &QObject::deleteLater);
    m_thread.start();
}

DemoScenario::~DemoScenario()
{
    m_thread.quit();
    m_thread.wait(); // the sockets of the servers belong to that thread
}

Result<std::unique_ptr<DemoScenario>> DemoScenario::make(const Clock &clock)
{
    auto scenario = std::unique_ptr<DemoScenario>(new DemoScenario(clock));
    if (!scenario->m_folder.isValid())
        return badInput(u"cannot create a temporary folder: %1"_s.arg(scenario->m_folder.errorString()));
    // Blocking is acceptable: there is no window yet, and the file with the instances needs the ports.
    Result<void> served;
    QMetaObject::invokeMethod(
        scenario->m_room, [&] { served = scenario->serve(); }, Qt::BlockingQueuedConnection);
    if (!served)
        return tl::unexpected(served.error());
    return scenario;
}

Result<void> DemoScenario::serve()
{
    std::vector<Instance> instances;
    for (const auto &place : kPlaces) {
        std::vector<const char *> names{place.releases[0].recording, place.releases[1].recording};
        names.insert(names.end(), place.others.begin(), place.others.end());
        std::vector<Recording> recordings;
        for (const auto *name : names) {
            if (!name)
                continue;
            auto recording = builtInRecording(QString::fromLatin1(name));
            if (!recording)
                return tl::unexpected(recording.error());
            recordings.push_back(*std::move(recording));
        }
        // Shifts the recordings to now; the clock of the first recording is the instance's.
        auto &first = recordings.front();
        const auto age = std::chrono::floor<std::chrono::seconds>(m_clock.now() - first.head.recorded);
        first = shiftedRecording(std::move(first), age);
        // Every visible application must have resources, logs and manifests.
        auto *server = new ReplayServer(std::move(recordings), {.recordedOnly = true}, m_clock, m_room);
        if (auto listening = server->listen(); !listening)
            return listening;
        Instance instance;
        instance.id = QString::fromLatin1(place.id);
        instance.name = QString::fromLatin1(place.name);
        instance.colour = QString::fromLatin1(place.colour);
        instance.baseUrl = server->baseUrl();
        instance.signIn = SignInMethod::Anonymous;
        instances.push_back(std::move(instance));
    }
    const auto stored = InstancesFile(setup().instancesFile).change([&](std::vector<Instance> &all) -> Result<void> {
        all = instances;
        return {};
    });
    if (!stored)
        return tl::unexpected(stored.error());
    return invent();
}

Result<void> DemoScenario::invent() const
{
    const auto file = setup().storeFile;
    if (const auto made = WatchStore::open(file, m_clock.now()); !made)
        return tl::unexpected(made.error());
    auto store = DeploymentStore::open(file);
    if (!store)
        return tl::unexpected(store.error());
    return (*store)->write(inventedWeek(m_clock.now()));
}

EngineSetup DemoScenario::setup() const
{
    return {m_folder.filePath(u"instances.json"_s), m_folder.filePath(u"applications.db"_s),
            m_folder.filePath(u"store.db"_s), [] { return std::make_unique<NoKeychain>(); },
            [] { return std::make_unique<SystemBrowser>(); }};
}

std::vector<WatchRequest> DemoScenario::requests() const
{
    std::vector<WatchRequest> requests;
    for (const auto &place : kPlaces) {
        for (const auto &release : place.releases) {
            const auto recording = builtInRecording(QString::fromLatin1(release.recording));
            if (!recording)
                continue; // serve() has read it successfully before
            WatchRequest request;
            request.application = {QString::fromLatin1(place.id), recording->head.applicationNamespace,
                                   recording->head.application};
            request.project = recording->head.project;
            for (const auto &text : recording->head.images) {
                if (const auto image = parseImageReference(text))
                    request.images.push_back(*image);
            }
            request.timeout = kTimeout;
            request.note = QString::fromUtf8(release.note);
            request.who = u"demo"_s;
            requests.push_back(std::move(request));
        }
    }
    return requests;
}

void DemoScenario::registerWatchesIn(Engine &engine)
{
    for (const auto &place : kPlaces)
        m_awaited.insert(QString::fromLatin1(place.id));
    connect(&engine, &Engine::applicationsChanged, this, [this, &engine](const ChangeSet &changes) {
        if (changes.fromCache || !m_awaited.remove(changes.instance) || !m_awaited.isEmpty())
            return;
        engine.addWatches(requests(), this).then(this, [&engine](const Result<QStringList> &ids) {
            if (!ids)
                Q_EMIT engine.noticeRaised(ids.error().message);
        });
    });
}

} // namespace lynceus
