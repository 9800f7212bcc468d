#include "core/io/keychain/keychaintext.h"
#include "tests/support/keyringbus.h"

#ifdef LYNCEUS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#endif

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using test::KeyringBus;

#ifdef LYNCEUS_DBUS

#define EXPECT_SCENARIO(bus, name)                                                                                     \
    do {                                                                                                               \
        const auto failure = (bus).run(QStringLiteral(name));                                                          \
        EXPECT_TRUE(failure.isEmpty()) << qPrintable(failure);                                                         \
    } while (false)

TEST(KeychainOnARealKeyring, StoresReadsOverwritesAndDeletes)
{
    KeyringBus bus;
    bus.startKeyring();
    EXPECT_SCENARIO(bus, "StoresReadsOverwritesAndDeletes");
    EXPECT_SCENARIO(bus, "KeepsLongValuesInParts");
    EXPECT_SCENARIO(bus, "RunsRequestsInOrder");
    EXPECT_SCENARIO(bus, "WorksInTheEngineThread");
}

TEST(KeychainOnARealKeyring, DetectsALockedKeyringThatReportsSuccess)
{
    KeyringBus bus;
    bus.startKeyring();
    EXPECT_SCENARIO(bus, "DetectsALockedKeyringThatReportsSuccess");
}

TEST(KeychainOnARealKeyring, ReportsAMissingKeyring)
{
    KeyringBus bus; // a bus without a keychain service
    EXPECT_SCENARIO(bus, "ReportsAMissingKeychain");
    const auto failure =
        KeyringBus::runAt(u"unix:path=%1/no-bus"_s.arg(bus.home()), u"ReportsAMissingKeychain"_s, bus.home());
    EXPECT_TRUE(failure.isEmpty()) << qPrintable(failure);
}

/// Receives every message and answers none, like a keychain that waits for the user.
class SilentObject final : public QDBusVirtualObject
{
public:
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &, const QDBusConnection &) override
    {
        ++asked;
        return true;
    }

    int asked = 0;
};

TEST(KeychainOnARealBus, HangingKeychainTimesOutWithAMessage)
{
    KeyringBus bus;
    SilentObject silent;
    {
        auto connection = QDBusConnection::connectToBus(bus.address(), u"silent"_s);
        ASSERT_TRUE(connection.registerVirtualObject(u"/org/freedesktop/secrets"_s, &silent, QDBusConnection::SubPath));
        ASSERT_TRUE(connection.registerService(u"org.freedesktop.secrets"_s));
    }
    EXPECT_SCENARIO(bus, "TimesOutOnAHangingKeychain");
    EXPECT_GE(silent.asked, 3);
    QDBusConnection::disconnectFromBus(u"silent"_s);
}

#endif

TEST(KeychainText, EachStateHasItsOwnMessageWithARemedy)
{
    EXPECT_FALSE(problemOf(SecretServiceState::Open).has_value());
    EXPECT_FALSE(problemOf(SecretServiceState::Elsewhere).has_value());
    QStringList sentences{keychainDenied().message, keychainFailed(u"x"_s).message};
    for (const auto state : {SecretServiceState::Locked, SecretServiceState::NoKeyring, SecretServiceState::Absent,
                             SecretServiceState::Silent})
        sentences.append(problemOf(state)->message);
    EXPECT_EQ(sentences.removeDuplicates(), 0);
}

} // namespace lynceus
