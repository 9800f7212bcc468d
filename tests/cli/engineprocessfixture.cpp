#include "tests/cli/engineprocessfixture.h"

#include "core/io/ipc/ownerclient.h"
#include "core/io/ipc/ownerlock.h"
#include "core/io/store/watchstore.h"
#include "tests/support/recordingcase.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

using namespace Qt::StringLiterals;

namespace lynceus::test {

EngineProcessFixture::EngineProcessFixture()
    : m_place(ownerPlaceIn(m_folder.filePath(u"run/lynceus"_s), m_folder.filePath(u"data"_s)).value())
{
    m_place.lockFile = m_folder.filePath(u"data/lynceus/store.db.lock"_s);
    QFile::setPermissions(m_folder.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_environment = {{u"HOME"_s, m_folder.path()},
                     {u"USER"_s, u"ada"_s},
                     {u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"run"_s)},
                     {u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s)},
                     {u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s)},
                     {u"XDG_CACHE_HOME"_s, m_folder.filePath(u"cache"_s)},
                     {u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s},
                     {u"QT_QPA_PLATFORM"_s, u"offscreen"_s}};
}

EngineProcessFixture::~EngineProcessFixture()
{
    const auto isFree = [this] { return OwnerLock(m_place).tryLock().value_or(false); };
    if (!isFree() && ownerProcess() > 1)
        ::kill(pid_t(ownerProcess()), SIGKILL);
    std::ignore = waitUntil(isFree);
}

void EngineProcessFixture::serve(const QString &recording, double speed, const QByteArray &token)
{
    play(QStringList{recording}, {.speed = speed, .token = token});
    storeInstance();
}

void EngineProcessFixture::storeInstance()
{
    const QJsonObject instance{{u"id"_s, u"id-staging"_s},
                               {u"name"_s, u"staging"_s},
                               {u"url"_s, m_server->baseUrl().toString()},
                               {u"signIn"_s, u"anonymous"_s}};
    ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"config/lynceus"_s));
    std::ignore =
        fileWith(m_folder, u"config/lynceus/instances.json"_s,
                 QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"instances"_s, QJsonArray{instance}}}).toJson());
}

void EngineProcessFixture::play(const QStringList &recordings, const ReplayOptions &options)
{
    std::vector<Recording> all;
    for (const auto &recording : recordings)
        all.push_back(readRecording(recordingFile(recording + u".jsonl.gz"_s)).value());
    playRecordings(std::move(all), options);
}

void EngineProcessFixture::playRecordings(std::vector<Recording> recordings, const ReplayOptions &options)
{
    m_server.reset(); // frees the port
    m_server = std::make_unique<ReplayServer>(std::move(recordings), options, m_clock);
    ASSERT_TRUE(m_server->listen().has_value());
}

ProgramResult EngineProcessFixture::run(const QStringList &arguments) const
{
    return test::run(arguments, m_environment);
}

std::unique_ptr<Program> EngineProcessFixture::start(const QStringList &arguments) const
{
    return std::make_unique<Program>(arguments, m_environment);
}

std::unique_ptr<Program> EngineProcessFixture::startDaemon(const QStringList &options)
{
    auto daemon = start(QStringList{u"daemon"_s} + options);
    EXPECT_TRUE(waitForOwner(u"daemon"_s));
    EXPECT_EQ(ownerProcess(), daemon->process().processId());
    return daemon;
}

QString EngineProcessFixture::owner() const
{
    OwnerClient client(m_place);
    bool isOver = false;
    QObject::connect(&client, &OwnerClient::greeted, &client, [&] { isOver = true; });
    QObject::connect(&client, &OwnerClient::lost, &client, [&] { isOver = true; });
    std::ignore = waitUntil([&] { return isOver; });
    return client.role();
}

bool EngineProcessFixture::waitForOwner(const QString &role) const
{
    return waitUntil([&] { return owner() == role; });
}

qint64 EngineProcessFixture::ownerProcess() const
{
    return OwnerLock(m_place).holder().process;
}

WatchRecord EngineProcessFixture::stored(const QString &id) const
{
    const auto store = WatchStore::openToRead(m_folder.filePath(u"data/lynceus/store.db"_s));
    if (!store || !*store)
        return {};
    const auto watch = (*store)->watch(id);
    return watch && *watch ? (*watch)->record : WatchRecord{};
}

bool EngineProcessFixture::waitForOutcome(const QString &id, Outcome outcome) const
{
    return waitUntil([&] { return stored(id).verdict.outcome == outcome; }, std::chrono::seconds(90));
}

} // namespace lynceus::test
