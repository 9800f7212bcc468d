#pragma once

#include "core/engine/facade/localengine.h"
#include "core/io/desktop/logindsleep.h"
#include "core/io/signin/systembrowser.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/privatebus.h"
#include "tests/support/waiting.h"

#include <QDBusMessage>
#include <QDir>
#include <QTemporaryDir>
#include <QThread>

#include <gtest/gtest.h>

namespace lynceus::test {

class LocalEngineTest : public ::testing::Test
{
protected:
    void serve(const QString &recording, const QStringList &faults = {})
    {
        auto played = builtInRecording(recording);
        ASSERT_TRUE(played);
        ReplayOptions options;
        options.speed = 4.0;
        for (const auto &fault : faults)
            options.faults.push_back(*parseFault(fault));
        std::vector<Recording> recordings;
        recordings.push_back(std::move(*played));
        m_server = std::make_unique<ReplayServer>(std::move(recordings), options, m_clock);
        ASSERT_TRUE(m_server->listen());
    }

    LocalEngine &start()
    {
        EngineSetup setup;
        setup.instancesFile = m_folder.filePath(QStringLiteral("instances.json"));
        setup.cacheFile = m_folder.filePath(QStringLiteral("cache.db"));
        setup.storeFile = m_folder.filePath(QStringLiteral("store.db"));
        setup.makeKeychain = [] { return std::make_unique<FakeKeychain>(); };
        setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
        setup.makeSleepWatch = m_makeSleepWatch;
        m_engine = std::make_unique<LocalEngine>(setup, m_clock);
        auto *here = QThread::currentThread();
        QObject::connect(m_engine.get(), &Engine::instanceChanged, m_engine.get(),
                         [this, here](const InstanceState &state) {
                             EXPECT_EQ(QThread::currentThread(), here);
                             m_state = state;
                         });
        QObject::connect(m_engine.get(), &Engine::applicationsChanged, m_engine.get(),
                         [this](const ChangeSet &changes) {
                             m_changes.push_back(changes);
                             for (const auto &entry : changes.inserted)
                                 m_known.insert(entry.key, entry.application);
                             for (const auto &change : changes.changed)
                                 m_known.insert(change.entry.key, change.entry.application);
                         });
        QObject::connect(m_engine.get(), &Engine::started, m_engine.get(), [this] { m_started = true; });
        m_engine->start();
        EXPECT_TRUE(waitUntil([this] { return m_started; }));
        return *m_engine;
    }

    template<typename T>
    T settled(QFuture<T> future)
    {
        EXPECT_TRUE(waitFor(future));
        return future.result();
    }

    /// Adds the server as an instance and waits until its applications are listed.
    void followServer()
    {
        auto &engine = start();
        Instance instance;
        instance.name = QStringLiteral("staging");
        instance.baseUrl = m_server->baseUrl();
        instance.colour = QStringLiteral("#3366cc");
        instance.signIn = SignInMethod::Anonymous;
        const auto id = settled(engine.saveInstance(instance, &m_context));
        ASSERT_TRUE(id) << id.error().message.toStdString();
        m_id = *id;
        ASSERT_TRUE(waitUntil([this] { return m_state.connection == Connection::Live && !m_known.isEmpty(); }));
    }

    [[nodiscard]] ApplicationKey key(const QString &name) const { return {m_id, QStringLiteral("argocd"), name}; }

    SystemClock m_clock; // sockets use real time
    QTemporaryDir m_folder;
    QObject m_context;
    std::unique_ptr<ReplayServer> m_server;
    std::unique_ptr<LocalEngine> m_engine;
    InstanceState m_state;
    std::vector<ChangeSet> m_changes;
    QHash<ApplicationKey, std::shared_ptr<const Application>> m_known;
    QString m_id;
    std::function<std::unique_ptr<SleepWatch>()> m_makeSleepWatch;
    bool m_started = false;
};

} // namespace lynceus::test
