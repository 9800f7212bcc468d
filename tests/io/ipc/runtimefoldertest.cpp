#include "core/io/ipc/runtimefolder.h"

#include "core/io/ipc/ownerplace.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

class RuntimeFolderTest : public testing::Test
{
protected:
    ~RuntimeFolderTest() override { qputenv("XDG_RUNTIME_DIR", m_before); }

    void useAs(const QString &folder, mode_t mode) const
    {
        ASSERT_TRUE(QDir().mkpath(folder));
        ASSERT_EQ(::chmod(QFile::encodeName(folder).constData(), mode), 0);
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder));
    }

    [[nodiscard]] static mode_t modeOf(const QString &path)
    {
        struct stat status
        { };
        EXPECT_EQ(::lstat(QFile::encodeName(path).constData(), &status), 0);
        return status.st_mode & 07777;
    }

    QByteArray m_before = qgetenv("XDG_RUNTIME_DIR");
    QTemporaryDir m_folder;
};

QString besideSettings()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/lynceus/run"_s;
}

} // namespace

TEST(RuntimeFolder, IsNotUsedIfForeignOrWritableByOthers)
{
    const auto before = qgetenv("XDG_RUNTIME_DIR");
    const QTemporaryDir folder;
    const auto writable = folder.filePath(u"writable"_s);
    ASSERT_TRUE(QDir().mkpath(writable));
    ASSERT_EQ(::chmod(QFile::encodeName(writable).constData(), 0770), 0);
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(writable));
    EXPECT_EQ(chosenRuntimeFolder().path, besideSettings());
    EXPECT_TRUE(chosenRuntimeFolder().notice.contains(u"mode 0770"_s)) << chosenRuntimeFolder().notice.toStdString();

    // A folder of another user: `/` if the test does not run as root, otherwise a folder with a changed owner.
    auto foreign = u"/"_s;
    if (::geteuid() == 0) {
        foreign = folder.filePath(u"foreign"_s);
        ASSERT_TRUE(QDir().mkpath(foreign));
        ASSERT_EQ(::chown(QFile::encodeName(foreign).constData(), 65'534, 65'534), 0);
    }
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(foreign));
    EXPECT_EQ(chosenRuntimeFolder().path, besideSettings());
    EXPECT_TRUE(chosenRuntimeFolder().notice.contains(u"another user"_s)) << chosenRuntimeFolder().notice.toStdString();
    EXPECT_FALSE(whyNotOurs(foreign).isEmpty());
    EXPECT_FALSE(makeOurFolder(foreign));
    qputenv("XDG_RUNTIME_DIR", before);
}

TEST_F(RuntimeFolderTest, OwnFolderIsUsedAndRestricted)
{
    useAs(m_folder.filePath(u"run"_s), 0700);
    const auto folder = chosenRuntimeFolder();
    EXPECT_EQ(folder.path, m_folder.filePath(u"run/lynceus"_s));
    EXPECT_TRUE(folder.notice.isEmpty());
    ASSERT_TRUE(makeOurFolder(folder.path));
    EXPECT_EQ(modeOf(folder.path), 0700U);
    ASSERT_EQ(::chmod(QFile::encodeName(folder.path).constData(), 0777), 0);
    EXPECT_FALSE(whyNotOurs(folder.path).isEmpty());
    ASSERT_TRUE(makeOurFolder(folder.path));
    EXPECT_EQ(modeOf(folder.path), 0700U) << "the own folder is restricted";
}

TEST_F(RuntimeFolderTest, LinkOrFileInItsPlaceIsRejected)
{
    const auto path = m_folder.filePath(u"lynceus"_s);
    ASSERT_TRUE(QDir().mkpath(m_folder.filePath(u"elsewhere"_s)));
    ASSERT_TRUE(QFile::link(m_folder.filePath(u"elsewhere"_s), path));
    EXPECT_FALSE(makeOurFolder(path));
    ASSERT_TRUE(QFile::remove(path));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const auto made = makeOurFolder(path);
    ASSERT_FALSE(made);
    EXPECT_TRUE(made.error().message.contains(u"move it away"_s)) << made.error().message.toStdString();
}

TEST_F(RuntimeFolderTest, SocketInAForeignFolderIsIgnored)
{
    useAs(m_folder.filePath(u"run"_s), 0700);
    const auto place = ownerPlace();
    ASSERT_TRUE(place);
    QFile socket(place->socket);
    ASSERT_TRUE(socket.open(QIODevice::WriteOnly));
    EXPECT_TRUE(ownerPlaceInUse());
    ASSERT_EQ(::chmod(QFile::encodeName(m_folder.filePath(u"run/lynceus"_s)).constData(), 0755), 0);
    EXPECT_FALSE(ownerPlaceInUse());
}

TEST_F(RuntimeFolderTest, EachDataFolderHasItsOwnSockets)
{
    const bool isTestMode = QStandardPaths::isTestModeEnabled();
    const auto before = qgetenv("XDG_DATA_HOME");
    QStandardPaths::setTestModeEnabled(false); // it ignores XDG_DATA_HOME
    useAs(m_folder.filePath(u"run"_s), 0700);
    const auto socketsFor = [](const QString &dataFolder) {
        qputenv("XDG_DATA_HOME", QFile::encodeName(dataFolder));
        return QStringList{ownerPlace().value().socket, windowPlace().value().socket};
    };
    qunsetenv("XDG_DATA_HOME");
    const QStringList usual{ownerPlace().value().socket, windowPlace().value().socket};
    const auto named = socketsFor(QDir::homePath() + u"/.local/share/"_s);
    const auto one = socketsFor(m_folder.filePath(u"one"_s));
    const auto other = socketsFor(m_folder.filePath(u"other"_s));
    EXPECT_TRUE(QFile::link(m_folder.filePath(u"one"_s), m_folder.filePath(u"link"_s)));
    const auto linked = socketsFor(m_folder.filePath(u"link"_s));
    QFile socket(one[0]);
    EXPECT_TRUE(socket.open(QIODevice::WriteOnly));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(u"other"_s)));
    EXPECT_FALSE(ownerPlaceInUse()) << "the engine of another store";
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(u"one"_s)));
    EXPECT_TRUE(ownerPlaceInUse());
    before.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", before);
    QStandardPaths::setTestModeEnabled(isTestMode);

    EXPECT_EQ(usual[0], m_folder.filePath(u"run/lynceus/owner.socket"_s));
    EXPECT_EQ(usual[1], m_folder.filePath(u"run/lynceus/window/owner.socket"_s));
    EXPECT_EQ(named, usual) << "the default, written out";
    EXPECT_EQ(linked, one) << "one folder with two paths";
    for (qsizetype i = 0; i < usual.size(); ++i)
        EXPECT_EQ((QSet<QString>{usual[i], one[i], other[i]}).size(), 3) << usual[i].toStdString();
}

} // namespace lynceus
