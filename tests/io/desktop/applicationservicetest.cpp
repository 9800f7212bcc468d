#include "core/io/desktop/applicationservice.h"

#ifdef LYNCEUS_DBUS

#include "tests/support/privatebus.h"
#include "tests/support/waiting.h"

#include <QDBusMessage>
#include <QDBusPendingCall>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

class ApplicationServiceTest : public testing::Test
{
protected:
    void listenTo(const ApplicationService &service)
    {
        QObject::connect(&service, &ApplicationService::called, &service,
                         [this](const WindowCall &call) { calls.push_back(call); });
    }
    void call(const QString &method, const QVariantList &arguments)
    {
        auto message = QDBusMessage::createMethodCall(u"io.github.lynceus.Lynceus"_s, u"/io/github/lynceus/Lynceus"_s,
                                                      u"org.freedesktop.Application"_s, method);
        message.setArguments(arguments);
        const QDBusPendingCall answer = bus.connection().asyncCall(message);
        ASSERT_TRUE(test::waitUntil([&answer] { return answer.isFinished(); }));
        EXPECT_FALSE(answer.isError()) << answer.error().message().toStdString();
    }

    test::PrivateBus bus;
    std::vector<WindowCall> calls;
};

} // namespace

TEST_F(ApplicationServiceTest, AcceptsOnlyLinksActionsAndTheToken)
{
    const ApplicationService service(bus.connection());
    listenTo(service);
    const QVariantMap token{{u"activation-token"_s, u"t1"_s}};
    call(u"Activate"_s, {token});
    call(u"Activate"_s, {QVariantMap{{u"desktop-startup-id"_s, u"x11"_s}}});
    call(u"ActivateAction"_s, {u"new-watch"_s, QVariantList{}, token});
    call(u"ActivateAction"_s, {u"delete-everything"_s, QVariantList{}, QVariantMap{}});
    call(u"Open"_s, {QStringList{u"lynceus://watch?app=shop"_s, u"file:///etc/passwd"_s}, QVariantMap{}});
    call(u"Open"_s, {QStringList{u"lynceus://watch?app="_s + QString(10'000, u'x')}, QVariantMap{}});
    const std::vector<WindowCall> expected{
        {{}, u"t1"_s}, {{}, u"x11"_s}, {{u"--new-watch"_s}, u"t1"_s}, {{}, {}}, {{u"lynceus://watch?app=shop"_s}, {}},
        {{}, {}}};
    EXPECT_EQ(calls, expected);
}

TEST_F(ApplicationServiceTest, ActivationReportsWhetherTheWindowOpened)
{
    std::optional<Activation> answer;
    QObject context;
    const auto ask = [&](const QDBusConnection &on) {
        answer.reset();
        activateWindow(on, u"t2"_s, &context, [&answer](const Activation &activation) { answer = activation; });
        EXPECT_TRUE(test::waitUntil([&answer] { return answer.has_value(); }));
        return answer.value_or(Activation{});
    };
    EXPECT_EQ(ask(bus.connection()).state, Activation::State::NotOffered);
    EXPECT_EQ(ask(QDBusConnection(u"no such bus"_s)).state, Activation::State::NotOffered);
    const ApplicationService service(bus.connection());
    listenTo(service);
    EXPECT_EQ(ask(bus.connection()).state, Activation::State::Done);
    EXPECT_EQ(calls, (std::vector<WindowCall>{{{}, u"t2"_s}}));
}

} // namespace lynceus

#endif
