// Deployments in a complete engine, from the network to the store.
#include "core/io/store/deployments/deploymentstore.h"
#include "tests/engine/deployments/missedserver.h"
#include "tests/engine/facade/enginescene.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace test;

namespace {

class DeploymentRegistryTest : public LocalEngineTest
{
protected:
    void followWeb(const QUrl &url)
    {
        auto &engine = start();
        Instance instance;
        instance.name = u"staging"_s;
        instance.baseUrl = url;
        instance.colour = u"#3366cc"_s;
        instance.signIn = SignInMethod::Anonymous;
        const auto id = settled(engine.saveInstance(instance, &m_context));
        ASSERT_TRUE(id) << id.error().message.toStdString();
        m_id = *id;
        ASSERT_TRUE(waitUntil([this] { return m_state.connection == Connection::Live && !m_known.isEmpty(); }));
    }

    /// Ends the engine, if it runs, and starts another one with the same files.
    void restart()
    {
        m_engine.reset(); // the cache keeps the last known state
        m_known.clear();
        m_state = {};
        m_started = false;
        start();
    }

    void setPaused(bool paused)
    {
        auto instance = m_state.instance;
        instance.paused = paused;
        const auto saved = settled(m_engine->saveInstance(instance, &m_context));
        ASSERT_TRUE(saved) << saved.error().message.toStdString();
    }

    /// Deployments as another process reads them from the store.
    std::vector<Deployment> stored() const
    {
        auto store = DeploymentStore::openToRead(m_folder.filePath(u"store.db"_s));
        if (!store || !*store)
            return {};
        return (*store)->find({}).value_or(std::vector<Deployment>());
    }

    /// "1.0>1.1 deployed observed Ann", newest first.
    std::string text() const
    {
        QStringList texts;
        for (const auto &deployment : stored()) {
            QStringList words;
            for (const auto &change : deployment.images)
                words += change.from.join(u',') + u'>' + change.to.join(u',');
            words += {nameOf(deployment.outcome), nameOf(deployment.proof), deployment.actor.name.section(u' ', 0, 0)};
            texts += words.join(u' ');
        }
        return texts.join(u"; "_s).toStdString();
    }
};

TEST_F(DeploymentRegistryTest, FindsAnUnregisteredReleaseInARecording)
{
    serve(u"deploy-ok"_s);
    followServer();
    const auto release = [this]() -> std::optional<Deployment> {
        for (const auto &deployment : stored()) {
            if (deployment.application == key(u"shop-web"_s))
                return deployment;
        }
        return std::nullopt;
    };
    EXPECT_TRUE(waitUntil([&] { return release() && !release()->images.empty(); }));
    ASSERT_TRUE(release());
    EXPECT_EQ(release()->images,
              (std::vector<ImageChange>{{u"ghcr.io/acme/shop-web"_s, {u"1.4.0"_s}, {u"1.5.0"_s}, false}}));
    EXPECT_EQ(release()->project, "shop"_L1);
    EXPECT_EQ(release()->proof, Deployment::Proof::Observed);
}

TEST_F(DeploymentRegistryTest, ReadsTheCommitOfADeploymentOnce)
{
    MissedServer server;
    followWeb(server.url());
    EXPECT_TRUE(stored().empty()) << "the first observation is not a deployment";
    server.reportSync(1);
    EXPECT_TRUE(waitUntil([&] { return text() == "in-progress observed Ann"; })) << text();
    server.deploy(1);
    server.report();
    EXPECT_TRUE(waitUntil([&] { return text().starts_with("1.0>1.1 "); })) << text();
    EXPECT_EQ(server.commitReads(), 1);
    EXPECT_EQ(server.applicationReads(), 0) << "the stream contains all data";
}

TEST_F(DeploymentRegistryTest, ReconstructsDeploymentsMissedWhileStopped)
{
    MissedServer server;
    followWeb(server.url());
    m_engine.reset();
    server.deploy(1);
    server.deploy(2);
    restart();
    EXPECT_TRUE(waitUntil([&] { return stored().size() == 2; })) << text();
    const auto expected = u"1.0>1.2 %1 reconstructed Ann; superseded reconstructed "_s;
    const auto isExpected = [&] { // in progress for 15 s, then deployed
        return text() == expected.arg(u"in-progress"_s).toStdString()
            || text() == expected.arg(u"deployed"_s).toStdString();
    };
    EXPECT_TRUE(waitUntil(isExpected)) << text();
    EXPECT_EQ(server.applicationReads(), 1) << "one application was read once";
}

TEST_F(DeploymentRegistryTest, NextRunReadsWhatTheLastOneCouldNotRead)
{
    MissedServer server;
    followWeb(server.url());
    m_engine.reset();
    server.deploy(1);
    server.deploy(2);
    server.refuseReads(true);
    restart();
    EXPECT_TRUE(waitUntil([&] { return server.applicationReads() > 0; }));
    EXPECT_TRUE(stored().empty()) << text();
    m_engine.reset();
    server.refuseReads(false);
    restart();
    EXPECT_TRUE(waitUntil([&] { return stored().size() == 2; })) << text();
}

TEST_F(DeploymentRegistryTest, ResumedInstanceReadsWhatWasNotRead)
{
    MissedServer server;
    followWeb(server.url());
    m_engine.reset();
    server.deploy(1);
    server.deploy(2);
    server.refuseReads(true);
    restart();
    EXPECT_TRUE(waitUntil([&] { return server.applicationReads() > 0; }));
    setPaused(true);
    server.refuseReads(false);
    setPaused(false);
    EXPECT_TRUE(waitUntil([&] { return stored().size() == 2; })) << text();
}

TEST_F(DeploymentRegistryTest, ReadsDeploymentsInProgressAgainAfterACutStream)
{
    MissedServer server;
    followWeb(server.url());
    server.reportSync(1);
    EXPECT_TRUE(waitUntil([&] { return text() == "in-progress observed Ann"; })) << text();
    ASSERT_EQ(server.applicationReads(), 0);
    server.cutStreams();
    EXPECT_TRUE(waitUntil([&] { return server.applicationReads() > 0; }));
}

TEST_F(DeploymentRegistryTest, NextListFindsDeploymentsMissedByTheStream)
{
    MissedServer server;
    followWeb(server.url());
    server.deploy(1); // while the stream is broken
    server.cutStreams();
    EXPECT_TRUE(waitUntil([&] { return text().ends_with(" reconstructed Ann"); })) << text();
    EXPECT_TRUE(text().starts_with("1.0>1.1 ")) << text();
}

} // namespace

} // namespace lynceus
