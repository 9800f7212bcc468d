#include "core/io/log/categories.h"
#include "core/io/log/filelogging.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

class LogFileTest : public ::testing::Test
{
protected:
    [[nodiscard]] QByteArray contentOf(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString name() const { return m_folder.filePath(u"state/lynceus.log"_s); }

    QTemporaryDir m_folder;
    test::FakeClock m_clock;
};

TEST_F(LogFileTest, CreatesItsFolderForTheUserOnly)
{
    LogFile file(name());
    file.append("one");
    file.append("two");
    EXPECT_EQ(contentOf(u"state/lynceus.log"_s), "one\ntwo\n");
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    EXPECT_FALSE(QFileInfo(name()).permissions() & others);
    EXPECT_FALSE(QFileInfo(m_folder.filePath(u"state"_s)).permissions() & others);
}

TEST_F(LogFileTest, NeverGrowsBeyondItsLimitsAndKeepsTheNewest)
{
    constexpr int kLines = 1'000;
    LogFile file(name(), {1'000, 3});
    for (int line = 0; line < kLines; ++line)
        file.append("line " + QByteArray::number(line));
    const auto files = QDir(m_folder.filePath(u"state"_s)).entryInfoList(QDir::Files);
    EXPECT_EQ(files.size(), 3);
    for (const auto &each : files)
        EXPECT_LE(each.size(), 1'000) << each.fileName().toStdString();
    const auto lines = file.lastLines(50);
    ASSERT_EQ(lines.size(), 50);
    EXPECT_EQ(lines.front(), "line 950");
    EXPECT_EQ(lines.back(), "line 999");
    EXPECT_GT(file.lastLines(kLines).size(), 150) << "over all files";
}

TEST_F(LogFileTest, ConcurrentLinesStayCompleteWithinTheLimits)
{
    constexpr int kLines = 400;
    std::vector<std::unique_ptr<QThread>> threads;
    for (char writer = 'a'; writer < 'e'; ++writer) {
        threads.emplace_back(QThread::create([this, writer] {
            LogFile file(name(), {20'000, 3}); // one object per thread, as each process has its own
            for (int line = 0; line < kLines; ++line)
                file.append(QByteArray(20, writer));
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        ASSERT_TRUE(thread->wait());
    const auto lines = LogFile(name(), {20'000, 3}).lastLines(100'000);
    EXPECT_GT(lines.size(), 800);
    for (const auto &line : lines)
        EXPECT_TRUE(line.size() == 20 && line.count(line.front()) == 20) << line.constData();
}

TEST_F(LogFileTest, UnwritableFolderIsIgnored)
{
    QFile blocker(m_folder.filePath(u"state"_s)); // root can write everywhere, but not below a file
    ASSERT_TRUE(blocker.open(QIODevice::WriteOnly));
    LogFile file(name());
    file.append("lost");
    EXPECT_TRUE(file.lastLines(10).isEmpty());
}

#ifdef Q_OS_LINUX
TEST_F(LogFileTest, FullDiskLosesOnlyLogLines)
{
    LogFile file(name());
    file.append("before");
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit none = before;
    none.rlim_cur = 0; // the system refuses every byte, as on a full disk
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &none), 0);
    file.append("lost");
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    file.append("after");
    EXPECT_EQ(file.lastLines(10), (QList<QByteArray>{"before", "after"}));
}
#endif

TEST_F(LogFileTest, RespectsItsLevelWithoutStandardError)
{
    for (const auto &[level, count] : {std::pair{LogLevel::Off, 0}, std::pair{LogLevel::Warning, 0},
                                       std::pair{LogLevel::Info, 1}, std::pair{LogLevel::Debug, 2}}) {
        LogFile file(m_folder.filePath(QString::number(int(level))));
        testing::internal::CaptureStderr();
        {
            const FileLogging logging(file, level, m_clock);
            qCDebug(logHttp) << "a detail";
            qCInfo(logHttp) << "an event";
        }
        EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
        EXPECT_EQ(file.lastLines(10).size(), count) << int(level);
    }
    qCInfo(logHttp) << "logged after the log was closed";
}

TEST_F(LogFileTest, LineHasTimeMessageAndSourceWithoutSecrets)
{
    const auto line = logLine(Instant{Duration{1'795'000'000'000}}, "info", "lynceus.http",
                              u"asked\nwith Authorization: Bearer planted.token.abc and password=planted"_s);
    EXPECT_TRUE(line.startsWith("2026-11-18T")) << line.constData();
    EXPECT_TRUE(line.contains(" info lynceus.http ["));
    EXPECT_FALSE(line.contains("planted"));
    EXPECT_FALSE(line.contains('\n'));
}

TEST(LogLevels, HaveNames)
{
    EXPECT_EQ(logLevelFrom(u"debug"_s), LogLevel::Debug);
    EXPECT_EQ(logLevelFrom(u"off"_s), LogLevel::Off);
    EXPECT_FALSE(logLevelFrom(u"loud"_s));
    EXPECT_FALSE(logLevelFrom(QString()));
}

TEST(LogPlace, IsInTheStateFolder)
{
    const auto before = qgetenv("XDG_STATE_HOME");
    qputenv("XDG_STATE_HOME", "/somewhere/state");
    EXPECT_EQ(LogFile::usualName(), u"/somewhere/state/lynceus/lynceus.log"_s);
    qputenv("XDG_STATE_HOME", "relative");
    EXPECT_EQ(LogFile::usualName(), QDir::homePath() + u"/.local/state/lynceus/lynceus.log"_s);
    before.isEmpty() ? qunsetenv("XDG_STATE_HOME") : qputenv("XDG_STATE_HOME", before);
}

} // namespace

} // namespace lynceus
