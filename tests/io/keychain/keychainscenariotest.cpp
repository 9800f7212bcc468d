// keychaintest.cpp starts each of these tests in its own process, with a bus that provides what the test expects.

#include "core/domain/auth/keychainchunks.h"
#include "core/io/keychain/keychaintext.h"
#include "core/io/keychain/systemkeychain.h"
#include "tests/support/waiting.h"

#ifdef LYNCEUS_DBUS

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QThread>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

using namespace test;

namespace {

const QString kName = u"Argo CD https://argocd.acme.example, sign-in [7f3a]"_s;

template<typename T>
using Answered = std::optional<KeychainResult<T>>;

} // namespace

class KeychainScenario : public testing::Test
{
protected:
    explicit KeychainScenario(SystemKeychain::Limits limits = SystemKeychain::usualLimits())
        : m_keychain(limits)
    { }

    KeychainResult<std::optional<Secret>> read(SystemKeychain &keychain, const QString &name = kName)
    {
        Answered<std::optional<Secret>> answered;
        keychain.read(name, &m_context, [&answered](auto result) { answered = std::move(result); });
        EXPECT_TRUE(waitUntil([&answered] { return answered.has_value(); }));
        return *answered;
    }
    KeychainResult<void> write(SystemKeychain &keychain, const QByteArray &value)
    {
        Answered<void> answered;
        keychain.write(kName, Secret(QByteArray(value)), &m_context, [&answered](auto result) { answered = result; });
        EXPECT_TRUE(waitUntil([&answered] { return answered.has_value(); }));
        return *answered;
    }
    KeychainResult<void> remove(SystemKeychain &keychain)
    {
        Answered<void> answered;
        keychain.remove(kName, &m_context, [&answered](auto result) { answered = result; });
        EXPECT_TRUE(waitUntil([&answered] { return answered.has_value(); }));
        return *answered;
    }

    void expectStored(SystemKeychain &keychain, const QByteArray &value)
    {
        const auto stored = read(keychain);
        ASSERT_TRUE(stored.has_value()) << qPrintable(stored.error().message);
        ASSERT_TRUE(stored->has_value());
        EXPECT_EQ((*stored)->reveal(), value);
    }
    void expectNone(SystemKeychain &keychain)
    {
        const auto stored = read(keychain);
        ASSERT_TRUE(stored.has_value()) << qPrintable(stored.error().message);
        EXPECT_FALSE(stored->has_value());
    }

    QDBusMessage call(QDBusMessage message)
    {
        const QDBusPendingCallWatcher watcher(QDBusConnection::sessionBus().asyncCall(message));
        EXPECT_TRUE(waitUntil([&watcher] { return watcher.isFinished(); }));
        return watcher.reply();
    }
    QDBusMessage callService(const QString &method, const QVariantList &arguments)
    {
        auto message = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                      u"org.freedesktop.Secret.Service"_s, method);
        message.setArguments(arguments);
        return call(message);
    }
    void lock()
    {
        const auto keyring = callService(u"ReadAlias"_s, {u"default"_s}).arguments().value(0);
        const auto path = qvariant_cast<QDBusObjectPath>(keyring);
        const auto reply = callService(u"Lock"_s, {QVariant::fromValue(QList<QDBusObjectPath>{path})});
        ASSERT_EQ(reply.type(), QDBusMessage::ReplyMessage) << qPrintable(reply.errorMessage());
    }

    QObject m_context;
    SystemKeychain m_keychain;
};

TEST_F(KeychainScenario, DISABLED_StoresReadsOverwritesAndDeletes)
{
    expectNone(m_keychain);
    ASSERT_TRUE(write(m_keychain, "first").has_value());
    expectStored(m_keychain, "first");
    ASSERT_TRUE(write(m_keychain, R"({"bearer":"second äöü"})").has_value());
    expectStored(m_keychain, R"({"bearer":"second äöü"})");
    const auto other = read(m_keychain, kName + u'x');
    ASSERT_TRUE(other.has_value());
    EXPECT_FALSE(other->has_value());
    ASSERT_TRUE(remove(m_keychain).has_value());
    expectNone(m_keychain);
    EXPECT_TRUE(remove(m_keychain).has_value()) << "nothing to delete is fine";
}

TEST_F(KeychainScenario, DISABLED_KeepsLongValuesInParts)
{
    SystemKeychain small({.entryBytes = kSmallestEntryLimit});
    const auto one = QByteArray(9'000, 'a') + "1";
    const auto two = QByteArray(4'000, 'b') + "2";
    ASSERT_TRUE(write(small, one).has_value());
    expectStored(small, one);
    ASSERT_TRUE(write(small, two).has_value());
    expectStored(small, two);
    for (const auto &part : keychainChunks(kName, Secret(QByteArray(one)), kSmallestEntryLimit).parts) {
        const auto left = read(small, part.name);
        ASSERT_TRUE(left.has_value());
        EXPECT_FALSE(left->has_value()) << "a part of the old value is left";
    }
    ASSERT_TRUE(remove(small).has_value());
    expectNone(small);
}

TEST_F(KeychainScenario, DISABLED_RunsRequestsInOrder)
{
    std::vector<QByteArray> seen;
    int done = 0;
    for (int i = 0; i < 5; ++i) {
        m_keychain.write(kName, Secret(QByteArray::number(i)), &m_context, [&done](const auto &written) {
            EXPECT_TRUE(written.has_value());
            ++done;
        });
        m_keychain.read(kName, &m_context, [&seen](const KeychainResult<std::optional<Secret>> &stored) {
            seen.push_back(stored && *stored ? (*stored)->reveal() : QByteArray("none"));
        });
    }
    m_keychain.remove(kName, &m_context, [&done](const auto &) { ++done; });
    ASSERT_TRUE(waitUntil([&done] { return done == 6; }));
    EXPECT_EQ(seen, (std::vector<QByteArray>{"0", "1", "2", "3", "4"}));
    expectNone(m_keychain);
}

TEST_F(KeychainScenario, DISABLED_DetectsALockedKeyringThatReportsSuccess)
{
    ASSERT_TRUE(write(m_keychain, "kept").has_value());
    lock();
    const auto stored = read(m_keychain);
    ASSERT_FALSE(stored.has_value()) << "a locked keyring reported that there is no entry";
    EXPECT_EQ(stored.error().kind, KeychainProblem::Kind::Locked);
    EXPECT_TRUE(stored.error().message.contains(u"unlock"_s));
    const auto removed = remove(m_keychain);
    ASSERT_FALSE(removed.has_value()) << "a locked keyring reported a deletion";
    EXPECT_EQ(removed.error().kind, KeychainProblem::Kind::Locked);
    const auto written = write(m_keychain, "other");
    ASSERT_FALSE(written.has_value());
    EXPECT_EQ(written.error().kind, KeychainProblem::Kind::Locked);
}

TEST_F(KeychainScenario, DISABLED_KeepsEntriesAcrossProcesses)
{
    expectStored(m_keychain, "kept");
}

TEST_F(KeychainScenario, DISABLED_ReportsAMissingKeychain)
{
    const auto stored = read(m_keychain);
    ASSERT_FALSE(stored.has_value());
    EXPECT_EQ(stored.error().kind, KeychainProblem::Kind::Absent);
    EXPECT_TRUE(stored.error().message.contains(u"no keychain"_s)) << qPrintable(stored.error().message);
    EXPECT_EQ(write(m_keychain, "x").error().kind, KeychainProblem::Kind::Absent);
    EXPECT_EQ(remove(m_keychain).error().kind, KeychainProblem::Kind::Absent);
}

TEST_F(KeychainScenario, DISABLED_TimesOutOnAHangingKeychain)
{
    SystemKeychain keychain({Duration{200}, 0});
    const auto stored = read(keychain);
    ASSERT_FALSE(stored.has_value());
    EXPECT_EQ(stored.error().kind, KeychainProblem::Kind::TimedOut);
    EXPECT_EQ(stored.error().message, keychainSilent().message);
    // The next calls run too, each with its own timeout.
    EXPECT_EQ(write(keychain, "x").error().kind, KeychainProblem::Kind::TimedOut);
    EXPECT_EQ(remove(keychain).error().kind, KeychainProblem::Kind::TimedOut);
}

TEST_F(KeychainScenario, DISABLED_WorksInTheEngineThread)
{
    QThread thread;
    SystemKeychain keychain;
    QObject worker;
    keychain.moveToThread(&thread);
    worker.moveToThread(&thread);
    thread.start();
    std::atomic<int> step = 0;
    QMetaObject::invokeMethod(&worker, [&] {
        keychain.write(kName, Secret("threaded"), &worker, [&](const auto &written) {
            step = written ? 1 : -1;
            keychain.read(kName, &worker, [&](const KeychainResult<std::optional<Secret>> &stored) {
                step = stored && *stored && (*stored)->reveal() == "threaded" ? 2 : -2;
            });
        });
    });
    EXPECT_TRUE(waitUntil([&step] { return step == 2 || step < 0; }));
    EXPECT_EQ(step, 2);
    thread.quit();
    EXPECT_TRUE(waitUntil([&thread] { return thread.isFinished(); }));
    thread.wait();
}

} // namespace lynceus

#endif
