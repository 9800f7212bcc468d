#include "app/serve/teamserver.h"
#include "core/domain/teamserver/teamserverrequests.h"
#include "core/io/teamserver/taskanswers.h"
#include "core/io/teamserver/taskreader.h"
#include "core/io/teamserver/teamserverrequest.h"
#include "core/replay/recordings/builtinrecordings.h"
#include "core/replay/server/replayserver.h"
#include "tests/support/realprovider.h"
#include "tests/support/waiting.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kToken = "a-deploy-token-for-tests";

/// A team server, and node as a browser in which live.js updates a page (livepage.mjs).
class LivePageTest : public testing::Test
{
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty()) {
            ASSERT_FALSE(RealProvider::isRequired()) << "node is missing: ./dev test installs it";
            GTEST_SKIP() << "node is missing";
        }
        auto recording = builtInRecording(u"deploy-ok"_s);
        ASSERT_TRUE(recording);
        m_app = recording->head.application;
        std::vector<Recording> recordings;
        recordings.push_back(*std::move(recording));
        m_argocd = std::make_unique<ReplayServer>(std::move(recordings), ReplayOptions(), m_clock);
        ASSERT_TRUE(m_argocd->listen());
        m_config.port = 0;
        m_config.database.file = m_folder.filePath(u"tasks.db"_s);
        m_config.instances = {{u"prod"_s, m_argocd->baseUrl(), {}, {}, {}}};
        m_config.access.deployTokens = {{u"desk"_s, Secret(QByteArray(kToken.constData(), kToken.size()))}};
        startServer();
    }
    void TearDown() override
    {
        m_page.closeWriteChannel(); // ends livepage.mjs
        if (m_page.state() != QProcess::NotRunning && !waitUntil([this] { return hasEnded(); }))
            m_page.kill();
    }
    void startServer()
    {
        m_server = std::make_unique<TeamServer>(m_config, m_clock);
        const auto started = m_server->start();
        ASSERT_TRUE(started) << started.error().message.toStdString();
        m_config.port = static_cast<quint16>(m_server->url().port()); // keeps the port on a restart
    }
    void open(const QString &path)
    {
        auto url = m_server->url();
        url.setPath(path);
        m_page.start(u"node"_s, {QStringLiteral(LYNCEUS_SOURCE_DIR "/tests/serve/pages/livepage.mjs"), url.toString()});
    }
    [[nodiscard]] bool hasEnded() const { return m_page.state() == QProcess::NotRunning; }
    /// Waits for a line that starts with @p beginning and contains @p part. Discards all lines before it.
    [[nodiscard]] bool says(const QString &beginning, const QString &part = {})
    {
        const auto found = [&] {
            while (m_page.canReadLine()) {
                const auto line = QString::fromUtf8(m_page.readLine()).trimmed();
                m_lines.append(line);
                if (line.startsWith(beginning) && line.contains(part))
                    return true;
            }
            return false;
        };
        bool is = false;
        std::ignore = waitUntil([&] { return (is = found()) || hasEnded(); });
        if (!is)
            ADD_FAILURE() << m_lines.join(u'\n').toStdString() << m_page.readAllStandardError().constData();
        return is;
    }
    /// Registers a task. Returns its ID.
    [[nodiscard]] QString post(const QString &author)
    {
        ServerTask task;
        task.app = m_app;
        task.author = author;
        task.project = u"p"_s;
        task.images = {{u"ghcr.io/acme/"_s + author, u"9.9.9"_s}}; // never deployed
        InstanceAccess access;
        access.baseUrl = m_server->url();
        access.headers = {{"ARGO_WATCHER_DEPLOY_TOKEN", kToken}};
        TeamServerRequest request(access, newServerTaskPath());
        std::optional<Result<QString>> id;
        QObject::connect(&request, &TeamServerRequest::answered, &request,
                         [&id](const Result<QByteArray> &body) { id = body.and_then(registeredTaskFrom); });
        request.post(newTaskBody(task, {}));
        EXPECT_TRUE(waitUntil([&id] { return id.has_value(); }));
        EXPECT_TRUE(id && *id) << "the task was refused";
        return id && *id ? **id : QString();
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    ServeConfig m_config;
    QString m_app;
    std::unique_ptr<ReplayServer> m_argocd;
    std::unique_ptr<TeamServer> m_server;
    QProcess m_page;
    QStringList m_lines;
};

} // namespace

TEST_F(LivePageTest, ListShowsNewTasksAndReconnectsAfterARestart)
{
    open(u"/"_s);
    ASSERT_TRUE(says(u"read: "_s, u"Tasks: 0"_s));
    ASSERT_TRUE(says(u"connection: Live"_s));
    std::ignore = post(u"ada"_s);
    ASSERT_TRUE(says(u"live replaced: "_s, u"ada"_s)) << "live";
    m_server.reset();
    ASSERT_TRUE(says(u"connection: Not connected"_s));
    startServer();
    ASSERT_TRUE(says(u"connection: Live"_s));
    std::ignore = post(u"bob"_s);
    ASSERT_TRUE(says(u"live replaced: "_s, u"bob"_s)) << "the page is live again";
    m_page.write("restore\n"); // the page comes back from the browser's history, and its stream has ended
    ASSERT_TRUE(says(u"connection: Live"_s));
    ASSERT_TRUE(says(u"live replaced: "_s, u"Tasks: 2"_s)) << "missed events are read";
}

TEST_F(LivePageTest, TaskPageWorksWithoutJavaScriptAndUpdatesWithIt)
{
    const auto id = post(u"ada"_s);
    open(u"/task/"_s + id);
    ASSERT_TRUE(says(u"read: "_s, m_app)) << "the content without JavaScript";
    EXPECT_TRUE(m_lines.last().contains(u"in progress"_s)) << m_lines.last().toStdString();
    ASSERT_TRUE(says(u"connection: Live"_s));
    const auto newer = post(u"ada"_s); // cancels the older task
    EXPECT_NE(newer, id);
    ASSERT_TRUE(says(u"live replaced: "_s, u"cancelled"_s));
}

} // namespace lynceus::test
