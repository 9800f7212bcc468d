#include "tests/engine/facade/enginescene.h"
#include "tests/support/eventloop.h"

namespace lynceus {

using namespace Qt::StringLiterals;
using namespace test;

TEST_F(LocalEngineTest, RequestsRightsOnlyOnDemand)
{
    serve(u"deploy-ok"_s);
    followServer();
    EXPECT_FALSE(m_server->requestCounts().contains(u"/api/v1/account/can-i/logs/get/*/*"_s))
        << "the rights were not requested";
    const auto rights = settled(m_engine->rights(m_id, &m_context));
    ASSERT_TRUE(rights) << rights.error().message.toStdString();
    EXPECT_EQ(rights->applications, true);
    EXPECT_EQ(rights->sync, false);
    EXPECT_EQ(rights->project, u"*"_s);

    auto instance = m_state.instance;
    instance.paused = true;
    ASSERT_TRUE(settled(m_engine->saveInstance(instance, &m_context)));
    const auto paused = settled(m_engine->rights(m_id, &m_context));
    ASSERT_FALSE(paused);
    EXPECT_EQ(paused.error().kind, Error::Kind::NotFound);
}

TEST_F(LocalEngineTest, ListIsNotRequestedAgainForLimitedAccounts)
{
    serve(u"deploy-ok"_s, {u"html:/can-i/"_s});
    followServer();
    const auto lists = m_server->requestCounts().value(u"/api/v1/applications"_s);
    const auto rights = settled(m_engine->rights(m_id, &m_context));
    ASSERT_TRUE(rights) << rights.error().message.toStdString();
    EXPECT_EQ(rights->applications, std::nullopt) << "the server has no rights API";
    EXPECT_EQ(rights->visible, static_cast<int>(m_known.size()));
    EXPECT_EQ(m_server->requestCounts().value(u"/api/v1/applications"_s), lists);
}

TEST_F(LocalEngineTest, UnreachableServerReportsNoRights)
{
    serve(u"deploy-ok"_s);
    followServer();
    m_server.reset();
    const auto rights = settled(m_engine->rights(m_id, &m_context));
    ASSERT_FALSE(rights);
    EXPECT_EQ(rights.error().kind, Error::Kind::Unreachable) << rights.error().message.toStdString();
}

TEST_F(LocalEngineTest, RightsCanBeRequestedDuringShutdown)
{
    serve(u"deploy-ok"_s, {u"html:/can-i/applications/get"_s}); // then the engine asks which applications are visible
    for (const int turns : {0, 1, 2, 4, 8, 16, 32}) {
        m_started = false;
        m_state = {};
        if (m_id.isEmpty())
            followServer();
        else
            start();
        ASSERT_TRUE(waitUntil([this] { return m_state.connection == Connection::Live; }));
        auto context = std::make_unique<QObject>();
        int received = 0;
        int lost = 0;
        std::ignore = m_engine->rights(m_id, context.get()).then(context.get(), [&](const auto &) { ++lost; });
        std::ignore = m_engine->rights(m_id, &m_context).then(&m_context, [&](const auto &) { ++received; });
        auto instance = m_state.instance;
        instance.proxy =
            instance.proxy == ProxyChoice::None ? ProxyChoice::System : ProxyChoice::None; // replaces the client
        std::ignore = m_engine->saveInstance(instance, &m_context);
        runEventLoop(turns);
        const int before = lost;
        context.reset();
        drainEvents();
        EXPECT_EQ(lost, before);
        m_engine.reset();
        EXPECT_EQ(received, 1) << "after " << turns << " turns";
    }
}

} // namespace lynceus
