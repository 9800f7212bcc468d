#include "core/domain/auth/keychainentry.h"
#include "core/engine/facade/localengine.h"
#include "core/engine/instances/gatewayheaders.h"
#include "tests/engine/feeds/feedserver.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/observedengine.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;

/// An instance behind a gateway that requires a header. The keychain may or may not contain its value.
class BehindAGateway : public ::testing::Test
{
protected:
    BehindAGateway()
    {
        m_server.set("shop-web", "Healthy");
        m_instance = stagingAt(m_server.url());
        m_instance.headerNames = {u"X-Gateway-Key"_s};
    }

    void start(const std::optional<KeychainProblem> &problem, bool hasValues = true)
    {
        InstanceRegistry registry(InstancesFile(file()), m_clock);
        ASSERT_TRUE(registry.add(m_instance));
        EngineSetup setup;
        setup.instancesFile = file();
        setup.makeKeychain = [this, problem, hasValues] {
            auto keychain = std::make_unique<FakeKeychain>();
            if (hasValues)
                keychain->entries[entry()] =
                    writtenHeaders({{u"X-Gateway-Key"_s, Secret("planted-value-42")}}).reveal();
            keychain->readProblem = problem;
            m_keychain = keychain.get();
            return keychain;
        };
        m_engine = makeObservedEngine(setup, m_clock, m_reported);
        m_engine->start();
    }

    [[nodiscard]] bool becomes(Connection connection)
    {
        return waitUntil([this, connection] { return m_reported.state.connection == connection; });
    }

    /// Changes the keychain in the engine's thread, which owns it.
    void inKeychain(std::function<void(FakeKeychain &)> change)
    {
        QMetaObject::invokeMethod(
            m_keychain, [change = std::move(change), keychain = m_keychain] { change(*keychain); },
            Qt::QueuedConnection);
    }

    [[nodiscard]] QString file() const { return m_folder.filePath(u"instances.json"_s); }
    [[nodiscard]] QString entry() const { return keychainEntryName(m_instance, KeychainKind::Headers); }

    SystemClock m_clock; // sockets use real time
    QTemporaryDir m_folder;
    QObject m_context;
    FeedServer m_server;
    Instance m_instance;
    FakeKeychain *m_keychain = nullptr;
    ReportedState m_reported;
    std::unique_ptr<LocalEngine> m_engine;
};

TEST_F(BehindAGateway, EveryRequestCarriesTheHeader)
{
    start({});
    ASSERT_TRUE(becomes(Connection::Live)) << m_reported.state.message.toStdString();
    const auto view =
        std::unique_ptr<ApplicationView>(m_engine->openView({m_instance.id, u"argocd"_s, u"shop-web"_s}, &m_context));
    const auto asked = [this](const QByteArray &begin) {
        return std::ranges::any_of(m_server.paths(), [&](const QByteArray &path) { return path.startsWith(begin); });
    };
    ASSERT_TRUE(waitUntil([&] { return asked("/api/v1/applications/shop-web"); }));
    const auto probe = m_engine->probe(m_instance, &m_context);
    ASSERT_TRUE(waitFor(probe));

    for (const auto *path : {"/api/version", "/api/v1/applications?", "/api/v1/stream/applications",
                             "/api/v1/session/userinfo", "/api/v1/settings"})
        EXPECT_TRUE(asked(path)) << path;
    for (const auto &request : m_server.wire().requests())
        EXPECT_EQ(request.headers.value("x-gateway-key"), "planted-value-42") << request.line.constData();
}

TEST_F(BehindAGateway, LockedKeychainIsReportedAndNothingIsSentWithoutTheHeader)
{
    start(KeychainProblem{KeychainProblem::Kind::Locked, u"the keychain is locked; unlock it"_s});
    ASSERT_TRUE(becomes(Connection::KeychainShut));
    EXPECT_TRUE(m_reported.state.message.contains(u"the keychain is locked"_s))
        << m_reported.state.message.toStdString();
    m_engine->signIn(m_instance.id, SignInMethod::Anonymous, {}, {});
    ASSERT_TRUE(waitUntil([this] { return m_reported.progress.step == SignInProgress::Step::Failed; }));
    EXPECT_TRUE(m_reported.progress.error.message.contains(u"the keychain is locked"_s));
    EXPECT_TRUE(m_server.wire().requests().empty());

    inKeychain([](FakeKeychain &keychain) { keychain.readProblem.reset(); });
    m_engine->retry(m_instance.id);
    EXPECT_TRUE(becomes(Connection::Live)) << m_reported.state.message.toStdString();
}

TEST_F(BehindAGateway, MissingKeychainOrValueIsReported)
{
    start(KeychainProblem{KeychainProblem::Kind::Absent, u"no keychain is available"_s});
    ASSERT_TRUE(becomes(Connection::KeychainShut));
    EXPECT_TRUE(m_reported.state.message.contains(u"no keychain"_s));
    m_engine.reset();
    m_reported.state = {};

    ASSERT_TRUE(QFile::remove(file()));
    start({}, false);
    ASSERT_TRUE(becomes(Connection::SignInNeeded));
    EXPECT_TRUE(m_reported.state.message.contains(u"X-Gateway-Key"_s)) << m_reported.state.message.toStdString();
    EXPECT_TRUE(m_server.wire().requests().empty());
}

TEST_F(BehindAGateway, KeychainLockedLaterDoesNotInterruptRequests)
{
    start({});
    ASSERT_TRUE(becomes(Connection::Live));
    const auto lists = m_server.lists();
    inKeychain([](FakeKeychain &keychain) {
        keychain.readProblem = KeychainProblem{KeychainProblem::Kind::Locked, u"the keychain is locked"_s};
    });
    auto renamed = m_instance;
    renamed.name = u"production"_s;
    ASSERT_TRUE(waitFor(m_engine->saveInstance(renamed, &m_context)));
    ASSERT_TRUE(waitUntil([this] { return m_reported.state.instance.name == u"production"_s; }));
    EXPECT_EQ(m_reported.state.connection, Connection::Live);
    EXPECT_EQ(m_server.lists(), lists) << "renaming does not reconnect";
}

TEST_F(BehindAGateway, RemovalDeletesTheHeaderValues)
{
    start({});
    ASSERT_TRUE(becomes(Connection::Live));
    ASSERT_TRUE(waitFor(m_engine->removeInstance(m_instance.id, &m_context)));
    std::atomic<bool> isGone = false; // used in both threads
    EXPECT_TRUE(waitUntil([&] {
        inKeychain([&isGone, name = entry()](FakeKeychain &keychain) { isGone = !keychain.entries.contains(name); });
        return isGone.load();
    }));
    m_engine.reset(); // ends the thread that uses isGone
}

TEST_F(BehindAGateway, ChangeOfTheAddressDeletesTheHeaderValuesOfTheOldOne)
{
    start({});
    ASSERT_TRUE(becomes(Connection::Live));
    auto moved = m_instance;
    moved.baseUrl = QUrl(u"http://127.0.0.1:1"_s);
    ASSERT_TRUE(waitFor(m_engine->saveInstance(moved, &m_context)));
    std::atomic<bool> isGone = false; // used in both threads
    EXPECT_TRUE(waitUntil([&] {
        inKeychain([&isGone, name = entry()](FakeKeychain &keychain) { isGone = !keychain.entries.contains(name); });
        return isGone.load();
    }));
    m_engine.reset(); // ends the thread that uses isGone
}

TEST_F(BehindAGateway, ChangeOfTheAddressReportsEntriesLeftInTheKeychain)
{
    start({});
    ASSERT_TRUE(becomes(Connection::Live));
    inKeychain([](FakeKeychain &keychain) {
        keychain.writeProblem = KeychainProblem{KeychainProblem::Kind::Locked, u"the keychain is locked"_s};
    });
    auto moved = m_instance;
    moved.baseUrl = QUrl(u"http://127.0.0.1:1"_s);
    ASSERT_TRUE(waitFor(m_engine->saveInstance(moved, &m_context)));
    EXPECT_TRUE(waitUntil([this] {
        return m_reported.notices.filter(u"staging"_s).filter(u"gateway"_s).filter(u"is locked"_s).size() == 1;
    })) << m_reported.notices.join(u'\n').toStdString();
}

TEST_F(BehindAGateway, RemovalReportsEntriesLeftInTheKeychain)
{
    start({});
    ASSERT_TRUE(becomes(Connection::Live));
    inKeychain([](FakeKeychain &keychain) {
        keychain.writeProblem = KeychainProblem{KeychainProblem::Kind::Locked, u"the keychain is locked"_s};
    });
    ASSERT_TRUE(waitFor(m_engine->removeInstance(m_instance.id, &m_context)));
    EXPECT_TRUE(waitUntil([this] {
        return m_reported.notices.filter(u"staging"_s).filter(u"gateway"_s).filter(u"is locked"_s).size() == 1;
    })) << m_reported.notices.join(u'\n').toStdString();
}

} // namespace

} // namespace lynceus
