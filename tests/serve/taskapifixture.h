#pragma once

#include "app/serve/taskapi.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

inline const QByteArray kDeployToken = "a-deploy-token-for-tests";

/// The API of a team server without its listener, with Argo CD instances that replay a recording.
class TaskApiFixture : public testing::Test
{
protected:
    void open()
    {
        m_config.access.deployTokens = {
            {u"pipeline"_s, Secret(QByteArray(kDeployToken.constData(), kDeployToken.size()))}};
        m_config.database.file = m_folder.filePath(u"tasks.db"_s);
        auto store = TaskStore::open(m_config.database, m_clock);
        ASSERT_TRUE(store) << store.error().message.toStdString();
        m_store = *std::move(store);
        m_hub = std::make_unique<InstanceHub>(m_config.instances, m_clock);
        m_registry = std::make_unique<TaskRegistry>(*m_store, m_hub->clients(), m_clock, m_config.limits, u"me"_s);
        QObject::connect(m_hub.get(), &InstanceHub::applicationsChanged, m_registry.get(), &TaskRegistry::takeChanges);
        m_api = std::make_unique<TaskApi>(m_config, *m_hub, *m_registry, *m_store, m_clock);
        m_hub->start();
        m_registry->start();
    }

    /// Starts one instance per name. All replay the same recording.
    void start(const QStringList &names, int mostRunning = 100)
    {
        for (const auto &name : names) {
            auto recording = builtInRecording(u"deploy-ok"_s);
            ASSERT_TRUE(recording);
            m_app = recording->head.application;
            m_image = recording->head.images.front();
            ReplayOptions options;
            options.speed = 8.0;
            std::vector<Recording> recordings;
            recordings.push_back(*std::move(recording));
            m_argocds.push_back(std::make_unique<ReplayServer>(std::move(recordings), options, m_clock));
            ASSERT_TRUE(m_argocds.back()->listen());
            m_config.instances.push_back({name, m_argocds.back()->baseUrl(), {}, {}, {}});
        }
        m_config.limits.running = mostRunning;
        open();
        ASSERT_TRUE(waitUntil([&] {
            return std::ranges::all_of(m_hub->states(),
                                       [](const InstanceState &state) { return state.connection == Connection::Live; });
        }));
    }

    HttpReply call(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                   const QByteArray &type = "application/json", const QByteArray &token = kDeployToken)
    {
        HttpRequest request;
        request.method = method;
        request.target = target;
        request.body = body;
        if (!type.isEmpty())
            request.headers.append("Content-Type", type);
        if (!token.isEmpty())
            request.headers.append("ARGO_WATCHER_DEPLOY_TOKEN", token);
        return m_api->reply(request, u"127.0.0.1"_s);
    }

    [[nodiscard]] QByteArray submission(const QString &app, const QString &instance = {}) const
    {
        QJsonObject object{{u"app"_s, app},
                           {u"author"_s, u"ada"_s},
                           {u"project"_s, u"p"_s},
                           {u"images"_s,
                            QJsonArray{QJsonObject{{u"image"_s, m_image.section(u':', 0, -2)},
                                                   {u"tag"_s, m_image.section(u':', -1)}}}}};
        if (!instance.isEmpty())
            object.insert(u"instance"_s, instance);
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    static QJsonObject json(const HttpReply &reply) { return QJsonDocument::fromJson(reply.body).object(); }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    ServeConfig m_config;
    QString m_app;
    QString m_image;
    std::vector<std::unique_ptr<ReplayServer>> m_argocds;
    std::unique_ptr<TaskStore> m_store;
    std::unique_ptr<InstanceHub> m_hub;
    std::unique_ptr<TaskRegistry> m_registry;
    std::unique_ptr<TaskApi> m_api;
};

} // namespace lynceus::test
