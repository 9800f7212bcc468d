#include "app/serve/tasks/taskenrolment.h"

#include "app/serve/instancehub.h"
#include "app/serve/serveconfig.h"
#include "core/engine/tasks/taskregistry.h"
#include "tests/support/fakeclock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

/// The hub is not started, so the applications of the instance are not known yet.
class TaskEnrolmentTest : public testing::Test
{
protected:
    void SetUp() override
    {
        m_config.instances = {{u"prod"_s, QUrl(u"https://argocd.example"_s), {}, {}, {}}};
        m_config.limits.running = 100;
        DatabaseAddress address;
        address.file = m_folder.filePath(u"tasks.db"_s);
        auto store = TaskStore::open(address, m_clock);
        ASSERT_TRUE(store) << store.error().message.toStdString();
        m_store = *std::move(store);
        m_hub = std::make_unique<InstanceHub>(m_config.instances, m_clock);
        m_registry = std::make_unique<TaskRegistry>(*m_store, m_hub->clients(), m_clock, m_config.limits, u"me"_s);
        m_enrolment = std::make_unique<TaskEnrolment>(m_config, *m_hub, *m_registry, m_clock);
    }

    [[nodiscard]] HttpReply add(const QString &app)
    {
        Task task;
        task.app = app;
        task.author = u"ada"_s;
        task.project = u"shop"_s;
        task.images = {{u"ghcr.io/acme/shop-web"_s, u"1.5.0"_s}};
        return m_enrolment->add(std::move(task));
    }
    static bool isPending(const HttpReply &reply) { return reply.later && !reply.later->isFinished(); }
    static int statusOf(const HttpReply &reply) { return reply.later ? reply.later->result().status : reply.status; }

    test::FakeClock m_clock;
    QTemporaryDir m_folder;
    ServeConfig m_config;
    std::unique_ptr<TaskStore> m_store;
    std::unique_ptr<InstanceHub> m_hub;
    std::unique_ptr<TaskRegistry> m_registry;
    std::unique_ptr<TaskEnrolment> m_enrolment;
};

} // namespace

TEST_F(TaskEnrolmentTest, TaskWithAQualifiedApplicationDoesNotWait)
{
    const auto reply = add(u"argocd/shop-web"_s);
    ASSERT_FALSE(isPending(reply));
    EXPECT_EQ(statusOf(reply), 202) << reply.body.constData();
    EXPECT_EQ(m_registry->running(), 1);
}

TEST_F(TaskEnrolmentTest, OtherTasksWaitForTheApplicationsWithATimeout)
{
    const auto reply = add(u"shop-web"_s);
    EXPECT_TRUE(isPending(reply));
    Q_EMIT m_hub->stateChanged({});
    EXPECT_TRUE(isPending(reply)) << "the application is still unknown";
    m_clock.advance(TaskEnrolment::kHoldAtMost - Duration{1});
    Q_EMIT m_hub->stateChanged({});
    EXPECT_TRUE(isPending(reply));
    m_clock.advance(Duration{1});
    Q_EMIT m_hub->stateChanged({});
    EXPECT_FALSE(isPending(reply));
}

TEST_F(TaskEnrolmentTest, NoTaskIsAcceptedOrWaitsDuringShutdown)
{
    const auto first = add(u"shop-web"_s);
    const auto second = add(u"orders"_s);
    m_enrolment->drain();
    EXPECT_EQ(statusOf(first), 503);
    EXPECT_EQ(statusOf(second), 503);
    EXPECT_EQ(statusOf(add(u"argocd/shop-web"_s)), 503);
    EXPECT_EQ(m_registry->running(), 0);
}

TEST_F(TaskEnrolmentTest, TooManyWaitingTasksAreRejected)
{
    std::vector<HttpReply> waiting;
    for (std::size_t i = 0; i < TaskEnrolment::kMostHeld; ++i)
        waiting.push_back(add(u"shop-web"_s));
    EXPECT_TRUE(isPending(waiting.back()));
    EXPECT_EQ(statusOf(add(u"shop-web"_s)), 429);
    m_enrolment->drain();
}

} // namespace lynceus
