#include "core/io/process/servicestate.h"

#include "core/io/process/environment.h"
#include "tests/support/servicesocket.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;
using test::ServiceSocket;

namespace {

class ServiceState : public testing::TestWithParam<ServiceSocket::Kind>
{
protected:
    ~ServiceState() override { qunsetenv("NOTIFY_SOCKET"); }
};

} // namespace

TEST_P(ServiceState, IsSentToTheManagersSocket)
{
    ServiceSocket manager(GetParam());
    ASSERT_TRUE(manager.isOpen());
    qputenv("NOTIFY_SOCKET", manager.name());
    EXPECT_TRUE(notifyServiceManager("READY=1"));
    EXPECT_TRUE(notifyServiceManager("STOPPING=1"));
    EXPECT_EQ(manager.take(), "READY=1");
    EXPECT_EQ(manager.take(), "STOPPING=1");
}

INSTANTIATE_TEST_SUITE_P(Sockets, ServiceState,
                         testing::Values(ServiceSocket::Kind::Path, ServiceSocket::Kind::Abstract),
                         [](const auto &kind) {
                             return kind.param == ServiceSocket::Kind::Path ? "Path" : "Abstract";
                         });

TEST(ServiceStateTest, SendsNothingWithoutAListeningManager)
{
    qunsetenv("NOTIFY_SOCKET");
    EXPECT_FALSE(notifyServiceManager("READY=1"));
    for (const auto &name :
         {QByteArray("/nonexistent/notify"), QByteArray("@"), QByteArray("relative"), QByteArray(200, '/')}) {
        qputenv("NOTIFY_SOCKET", name);
        EXPECT_FALSE(notifyServiceManager("READY=1")) << name.toStdString();
    }
    qunsetenv("NOTIFY_SOCKET");
}

TEST(ProgramEnvironment, ChildProcessesGetNoTokensAndOwnOnesTheLogLevel)
{
    QProcessEnvironment environment;
    for (const auto &name :
         {u"ARGOCD_AUTH_TOKEN"_s, u"LYNCEUS_SEED"_s, u"LYNCEUS_LOG"_s, u"NOTIFY_SOCKET"_s, u"HOME"_s})
        environment.insert(name, u"x"_s);
    EXPECT_EQ(environmentForOthers(environment).keys(), QStringList(u"HOME"_s));
    EXPECT_EQ(environmentForOurOwn(environment).keys(), (QStringList{u"HOME"_s, u"LYNCEUS_LOG"_s}));
    environment.remove(u"LYNCEUS_LOG"_s);
    EXPECT_EQ(environmentForOurOwn(environment).keys(), QStringList(u"HOME"_s));
}

} // namespace lynceus
