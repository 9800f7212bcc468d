#include "core/io/store/watchstore.h"
#include "tests/engine/facade/enginescene.h"
#include "tests/support/eventloop.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace test;

TEST_F(LocalEngineTest, ReadsAnInstanceOnceItIsSaved)
{
    serve(u"deploy-ok"_s);
    followServer();
    EXPECT_EQ(m_state.applications, static_cast<int>(m_known.size()));
    ASSERT_TRUE(m_known.contains(key(u"shop-web"_s)));
    const auto shows = [this](const QString &image) {
        return m_known.value(key(u"shop-web"_s))->summaryImages.join(u' ').contains(image);
    };
    EXPECT_TRUE(waitUntil([&] { return shows(u"shop-web:1.5.0"_s); })) << "the recording's release reaches the facade";
    const auto removed = settled(m_engine->removeInstance(m_id, &m_context));
    EXPECT_TRUE(removed);
    EXPECT_EQ(m_engine->openView(key(u"shop-web"_s), &m_context), nullptr);
}

TEST_F(LocalEngineTest, AnswersHistoryBeforeTheStart)
{
    EngineSetup setup;
    setup.instancesFile = m_folder.filePath(u"instances.json"_s);
    setup.storeFile = m_folder.filePath(u"store.db"_s);
    setup.makeKeychain = [] { return std::make_unique<FakeKeychain>(); };
    setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
    LocalEngine engine(setup, m_clock);
    const auto asked = settled(engine.history({}, &m_context)); // as a window that opens with its history
    ASSERT_TRUE(asked) << asked.error().message.toStdString();
    EXPECT_TRUE(asked->empty());
    bool started = false;
    QObject::connect(&engine, &Engine::started, &engine, [&started] { started = true; });
    engine.start();
    EXPECT_TRUE(waitUntil([&started] { return started; }));
}

#ifdef LYNCEUS_DBUS

TEST_F(LocalEngineTest, UnreadableHistoryIsNotEmpty)
{
    const auto file = m_folder.filePath(u"store.db"_s);
    ASSERT_TRUE(QDir().mkpath(file)); // a folder is not a store
    QStringList notices;
    EngineSetup setup;
    setup.instancesFile = m_folder.filePath(u"instances.json"_s);
    setup.storeFile = file;
    setup.makeKeychain = [] { return std::make_unique<FakeKeychain>(); };
    setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
    LocalEngine engine(setup, m_clock);
    QObject::connect(&engine, &Engine::noticeRaised, &engine, [&](const QString &notice) { notices.append(notice); });
    QObject::connect(&engine, &Engine::storeObstructed, &engine,
                     [&](const QString &sentence) { notices.append(sentence); });
    engine.start();
    const auto history = settled(engine.history({}, &m_context));
    ASSERT_FALSE(history);
    EXPECT_EQ(history.error().kind, Error::Kind::NotFound);
    EXPECT_TRUE(history.error().message.contains(file)) << history.error().message.toStdString();
    EXPECT_TRUE(waitUntil([&] { return !notices.filter(u"lost when Lynceus quits"_s).isEmpty(); }))
        << notices.join(u'\n').toStdString();
}

TEST_F(LocalEngineTest, UnreadableWatchesAreReportedAtStartAndInHistory)
{
    EngineSetup setup;
    setup.instancesFile = m_folder.filePath(u"instances.json"_s);
    setup.storeFile = m_folder.filePath(u"store.db"_s);
    setup.makeKeychain = [] { return std::make_unique<FakeKeychain>(); };
    setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
    {
        const auto store = WatchStore::open(setup.storeFile, m_clock.now());
        ASSERT_TRUE(store);
        StoredWatch shown;
        shown.record.id = u"w1"_s;
        StoredWatch dismissed;
        dismissed.record.id = u"w2"_s;
        dismissed.record.endedAt = m_clock.now();
        dismissed.dismissed = true;
        ASSERT_TRUE(store->store->write({shown, dismissed}, WatchStore::Durability::Power));
        Database database(setup.storeFile);
        ASSERT_TRUE(database.open(Database::Use::Write));
        ASSERT_TRUE(database.run(u"UPDATE watch SET record=x'00'"_s));
    }
    LocalEngine engine(setup, m_clock);
    QStringList notices;
    QObject::connect(&engine, &Engine::noticeRaised, &engine, [&](const QString &notice) { notices.append(notice); });
    engine.start();
    EXPECT_TRUE(waitUntil([&] { return !notices.filter(u"1 watch in "_s).isEmpty(); })) << "the board's";
    const auto history = settled(engine.history({}, &m_context));
    ASSERT_TRUE(history);
    EXPECT_TRUE(history->empty());
    EXPECT_TRUE(waitUntil([&] { return !notices.filter(u"2 watches in "_s).isEmpty(); }))
        << notices.join(u'\n').toStdString();
}

TEST_F(LocalEngineTest, RereadsEverythingAfterSleep)
{
    PrivateBus bus;
    ASSERT_TRUE(bus.isRunning());
    auto login = bus.connection();
    ASSERT_TRUE(login.registerService(u"org.freedesktop.login1"_s));
    m_makeSleepWatch = [system = bus.connection()] { return std::make_unique<LogindSleep>(system); };
    serve(u"deploy-ok"_s);
    followServer();
    const auto lists = [this] { return m_server->requestCounts().value(u"/api/v1/applications"_s); };
    drainEvents();
    const int before = lists();
    for (const bool start : {true, false}) {
        auto signal = QDBusMessage::createSignal(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                                                 u"PrepareForSleep"_s);
        signal << start;
        ASSERT_TRUE(login.send(signal));
    }
    EXPECT_TRUE(waitUntil([&] { return lists() > before; })) << "otherwise in five minutes";
    EXPECT_TRUE(waitUntil([&] { return m_state.connection == Connection::Live; }));
}

#endif

TEST_F(LocalEngineTest, ViewReadsApplicationTreeAndRequestedDetails)
{
    serve(u"crashloop"_s);
    followServer();
    auto *view = m_engine->openView(key(u"shop-search"_s), &m_context);
    ASSERT_TRUE(view);
    const auto crashing = [&]() -> const ResourceNode * {
        if (!view->tree())
            return nullptr;
        const auto &nodes = view->tree()->nodes;
        const auto found = std::ranges::find_if(nodes, [](const ResourceNode &node) {
            return node.key.kind == "Pod"_L1 && node.statusReason == "CrashLoopBackOff"_L1;
        });
        return found == nodes.end() ? nullptr : &*found;
    };
    ASSERT_TRUE(waitUntil([&] { return view->application() && crashing(); }));
    EXPECT_FALSE(view->application()->resources.empty()) << "the complete application, not the list's summary";
    const auto pod = *crashing();
    const auto containers = settled(view->containers(pod, &m_context));
    ASSERT_TRUE(containers) << containers.error().message.toStdString();
    EXPECT_FALSE(containers->isEmpty());
    const auto manifests = settled(view->manifests(pod, &m_context));
    ASSERT_TRUE(manifests);
    EXPECT_TRUE(manifests->live.contains(pod.key.name));
    EXPECT_TRUE(manifests->desired.isEmpty()) << "a pod is in no repository";
    const auto &nodes = view->tree()->nodes;
    const auto deployment =
        *std::ranges::find(nodes, u"Deployment"_s, [](const ResourceNode &node) { return node.key.kind; });
    const auto both = settled(view->manifests(deployment, &m_context));
    ASSERT_TRUE(both) << both.error().message.toStdString();
    EXPECT_TRUE(both->live.contains(u"Deployment"_s) && both->desired.contains(u"Deployment"_s));
    EXPECT_TRUE(settled(view->events(pod, &m_context)));
    EXPECT_TRUE(settled(view->applicationEvents(&m_context)));
    const auto windows = settled(m_engine->syncWindow(view->key(), &m_context));
    ASSERT_FALSE(windows) << "the recording has no windows, and the server reports an error";
    EXPECT_EQ(windows.error().httpStatus, 501);

    std::vector<LogLine> lines;
    auto *log = view->follow({pod.key.name, pod.key.nameSpace, containers->front(), 100, true}, &m_context);
    bool ended = false;
    QObject::connect(log, &LogView::linesArrived, &m_context,
                     [&](const std::vector<LogLine> &more) { lines.insert(lines.end(), more.begin(), more.end()); });
    QObject::connect(log, &LogView::ended, &m_context, [&](const std::optional<Error> &error) {
        EXPECT_FALSE(error) << (error ? error->message.toStdString() : std::string());
        ended = true;
    });
    EXPECT_TRUE(waitUntil([&] { return ended; }));
    EXPECT_FALSE(lines.empty());
    delete view;
}

TEST_F(LocalEngineTest, WatchRunsToItsVerdictAndIsInTheHistory)
{
    serve(u"deploy-ok"_s);
    followServer();
    std::optional<WatchRecord> record;
    QObject::connect(m_engine.get(), &Engine::watchChanged, &m_context,
                     [&](const WatchRecord &changed) { record = changed; });
    WatchRequest request;
    request.application = key(u"shop-web"_s);
    request.images = {*parseImageReference(builtInRecording(u"deploy-ok"_s)->head.images.front())};
    const auto ids = settled(m_engine->addWatches({request}, &m_context));
    ASSERT_TRUE(ids) << ids.error().message.toStdString();
    ASSERT_TRUE(waitUntil([&] { return record && record->isOver(); }, Duration{60'000}));
    EXPECT_EQ(record->verdict.outcome, Outcome::Deployed);
    const auto past = settled(m_engine->history({}, &m_context));
    ASSERT_TRUE(past);
    ASSERT_EQ(past->size(), 1U);
    EXPECT_EQ(past->front().id, ids->front());
    const auto timeline = settled(m_engine->timeline(ids->front(), &m_context));
    ASSERT_TRUE(timeline);
    EXPECT_FALSE(timeline->empty());
    EXPECT_FALSE(settled(m_engine->eta(request.application, &m_context))) << "one sample is not sufficient";
    QString removed;
    QObject::connect(m_engine.get(), &Engine::watchRemoved, &m_context, [&](const QString &id) { removed = id; });
    m_engine->dismissWatch(ids->front());
    EXPECT_TRUE(waitUntil([&] { return removed == ids->front(); }));
}

TEST_F(LocalEngineTest, UsualTimeOfAWatchedApplicationNeedsNoRequest)
{
    serve(u"deploy-ok"_s);
    followServer();
    int reads = 0;
    QObject::connect(m_server.get(), &ReplayServer::requestArrived, &m_context, [&reads](const QString &line) {
        reads += line.section(u'?', 0, 0) == "GET /api/v1/applications/shop-web"_L1 ? 1 : 0;
    });
    std::optional<WatchRecord> record;
    QObject::connect(m_engine.get(), &Engine::watchChanged, &m_context,
                     [&](const WatchRecord &changed) { record = changed; });
    WatchRequest request;
    request.application = key(u"shop-web"_s);
    request.images = {*parseImageReference(builtInRecording(u"deploy-ok"_s)->head.images.front())};
    ASSERT_TRUE(settled(m_engine->addWatches({request}, &m_context)));
    ASSERT_TRUE(waitUntil([&] { return record && record->verdict.stage != Stage::None; }, Duration{60'000}));
    const int before = reads;
    constexpr int kAsked = 30;
    for (int number = 0; number < kAsked; ++number)
        std::ignore = settled(m_engine->eta(request.application, &m_context));
    EXPECT_LT(reads - before, kAsked / 3) << "only the watch reads the application";
}

TEST_F(LocalEngineTest, NextStartShowsTheCacheFirst)
{
    serve(u"already-deployed"_s);
    followServer();
    const auto known = m_known.size();
    m_engine.reset();
    m_server.reset(); // the server does not answer any more
    m_changes.clear();
    m_known.clear();
    m_started = false;
    start();
    ASSERT_FALSE(m_changes.empty());
    EXPECT_TRUE(m_changes.front().fromCache);
    EXPECT_EQ(m_known.size(), known);
    EXPECT_TRUE(m_state.receivedAt) << "the age is known";
    EXPECT_TRUE(waitUntil([this] { return m_state.connection == Connection::Unreachable; }));
    EXPECT_EQ(m_state.applications, known) << "known applications stay";
}

TEST_F(LocalEngineTest, DestroyedContextReceivesNothing)
{
    serve(u"already-deployed"_s, {u"hang"_s});
    auto &engine = start();
    Instance instance;
    instance.baseUrl = m_server->baseUrl();
    auto context = std::make_unique<QObject>();
    int received = 0;
    std::ignore =
        engine.probe(instance, context.get()).then(context.get(), [&](const Result<InstanceProbe> &) { ++received; });
    context.reset();
    drainEvents();
    EXPECT_EQ(received, 0);

    Result<InstanceProbe> answer;
    std::ignore = engine.probe(instance, &m_context).then(&m_context, [&](const Result<InstanceProbe> &settled) {
        ++received;
        answer = settled;
    });
    m_engine.reset();
    EXPECT_EQ(received, 1) << "pending requests settle when the engine ends";
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, Error::Kind::Cancelled);
}

TEST_F(LocalEngineTest, CanBeDestroyedAtAnyTime)
{
    serve(u"deploy-ok"_s);
    for (const int turns : {0, 1, 3, 10, 40, 200}) {
        m_started = false;
        m_state = {};
        auto &engine = start();
        QPointer<ApplicationView> view;
        if (m_id.isEmpty()) {
            Instance instance;
            instance.name = u"staging"_s;
            instance.baseUrl = m_server->baseUrl();
            instance.colour = u"#3366cc"_s;
            instance.signIn = SignInMethod::Anonymous;
            m_id = *settled(engine.saveInstance(instance, &m_context));
        }
        ASSERT_TRUE(waitUntil([this] { return !m_state.instance.id.isEmpty(); }));
        view = engine.openView(key(u"shop-web"_s), &m_context);
        ASSERT_TRUE(view);
        auto *log = view->follow({u"p"_s, u"shop"_s, {}, 10, false}, &m_context);
        runEventLoop(turns);
        m_engine.reset();
        ASSERT_TRUE(view) << "the view stays valid";
        EXPECT_FALSE(settled(view->applicationEvents(&m_context)))
            << "the view reports that the server does not answer";
        delete log;
        delete view.data();
    }
}

} // namespace lynceus
