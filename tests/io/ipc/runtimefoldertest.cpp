#include "core/io/ipc/runtimefolder.h"

#include "core/io/ipc/ownerplace.h"

#include <QDir>
#include <QFile>
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

} // namespace lynceus
