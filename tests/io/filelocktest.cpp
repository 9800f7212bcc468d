#include "core/io/filelock.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

class FileLockTest : public testing::Test
{
protected:
    void write(const QByteArray &content) const
    {
        QFile file(m_name);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QTemporaryDir m_folder;
    QString m_name = m_folder.filePath(u"store.db.lock"_s);
};

} // namespace

TEST_F(FileLockTest, HasOneHolderAndReportsIt)
{
    FileLock first(m_name);
    FileLock second(m_name);
    EXPECT_EQ(second.holder().process, 0) << "no holder yet";
    EXPECT_TRUE(first.tryLock().value());
    EXPECT_FALSE(second.tryLock().value());
    EXPECT_EQ(second.holder().process, qint64(getpid()));
    EXPECT_EQ(second.holder().host, QSysInfo::machineHostName());
    EXPECT_TRUE(second.holder().isOnThisComputer);
    first.release();
    EXPECT_EQ(second.holder().process, 0) << "the content of the file does not lock";
    EXPECT_TRUE(second.tryLock().value());
}

TEST_F(FileLockTest, StaleLocksOfOtherHostsAndBootsDoNotBlock)
{
    const auto here = QSysInfo::machineHostName().toUtf8();
    const auto boot = QSysInfo::bootUniqueId();
    for (const auto &left :
         {QByteArray("1\nanother-host\n" + boot + "\n"), QByteArray("1\n" + here + "\nlast-boot\n"),
          QByteArray("1\n" + here + "\n" + boot + "\n"), QByteArray(), QByteArray("\0\xff\n\n", 4)}) {
        write(left);
        FileLock lock(m_name);
        EXPECT_EQ(lock.holder().process, 0) << left.toStdString();
        EXPECT_TRUE(lock.tryLock().value_or(false)) << left.toStdString();
    }
}

TEST_F(FileLockTest, ReportsAHolderOnAnotherHost)
{
    FileLock first(m_name);
    ASSERT_TRUE(first.tryLock().value());
    write("4711\nbuild-7\nsome-boot\n"); // as another host would write it over a network file system
    const FileLock second(m_name);
    EXPECT_EQ(second.holder().process, 4711);
    EXPECT_EQ(second.holder().host, u"build-7"_s);
    EXPECT_FALSE(second.holder().isOnThisComputer);
}

TEST_F(FileLockTest, KilledProcessReleasesTheLock)
{
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    const auto child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        FileLock lock(m_name);
        const char locked = lock.tryLock().value_or(false) ? 'y' : 'n';
        std::ignore = ::write(ends[1], &locked, 1);
        for (;;)
            pause();
    }
    char locked = 0;
    ASSERT_EQ(read(ends[0], &locked, 1), 1);
    EXPECT_EQ(locked, 'y');
    FileLock lock(m_name);
    EXPECT_FALSE(lock.tryLock().value());
    EXPECT_EQ(lock.holder().process, qint64(child));
    kill(child, SIGKILL);
    ASSERT_EQ(waitpid(child, nullptr, 0), child);
    EXPECT_TRUE(lock.tryLock().value());
    close(ends[0]);
    close(ends[1]);
}

TEST_F(FileLockTest, ChildProcessesDoNotInheritTheLock)
{
    QProcess other;
    {
        FileLock lock(m_name);
        ASSERT_TRUE(lock.tryLock().value());
        other.start(u"cat"_s, {}); // waits for input
        ASSERT_TRUE(other.waitForStarted());
    }
    FileLock lock(m_name);
    EXPECT_TRUE(lock.tryLock().value());
    other.closeWriteChannel();
    EXPECT_TRUE(other.waitForFinished());
}

TEST_F(FileLockTest, RejectsOtherFileTypesImmediately)
{
    const auto expectRefused = [this](const char *what) {
        FileLock lock(m_name);
        const auto locked = lock.tryLock();
        ASSERT_FALSE(locked) << what;
        EXPECT_TRUE(locked.error().message.contains(m_name)) << locked.error().message.toStdString();
        EXPECT_TRUE(locked.error().message.contains(u"move it away"_s)) << locked.error().message.toStdString();
        EXPECT_EQ(lock.trouble(), FileLock::Trouble::Other) << what;
    };
    ASSERT_TRUE(QDir().mkpath(m_name));
    expectRefused("a folder");
    ASSERT_TRUE(QDir().rmdir(m_name));
    ASSERT_EQ(mkfifo(QFile::encodeName(m_name).constData(), 0600), 0);
    expectRefused("a pipe");
    ASSERT_TRUE(QFile::remove(m_name));
    ASSERT_TRUE(QFile::link(m_folder.filePath(u"elsewhere"_s), m_name));
    expectRefused("a link");
    EXPECT_FALSE(QFile::exists(m_folder.filePath(u"elsewhere"_s)));
}

TEST_F(FileLockTest, UnwritableFolderIsASeparateError)
{
    FileLock lock(u"/proc/none/store.db.lock"_s);
    ASSERT_FALSE(lock.tryLock());
    EXPECT_EQ(lock.trouble(), FileLock::Trouble::NotWritable);
}

} // namespace lynceus
