#include "tests/support/testrun.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QLocale>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <thread>

#include <gtest/gtest.h>

namespace lynceus::test {

namespace {

// A warning of Qt fails the current test, because it indicates a bug in our code.
void failOnWarning(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // Printed by the offscreen platform for every window with a limited size; not our fault.
    if (message == QLatin1StringView("This plugin does not support propagateSizeHints()"))
        return;
    const auto text = qFormatLogMessage(type, context, message).toLocal8Bit();
    std::fprintf(stderr, "%s\n", text.constData());
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    // Printed by the offscreen platform for windows that are raised or grab keys; not our fault.
    if (message.startsWith(QLatin1StringView("This plugin does not support")))
        return;
    if (::testing::UnitTest::GetInstance()->current_test_info())
        ADD_FAILURE() << "Qt warned: " << text.constData();
}

// Waits for the threads of deleted network access managers. Qt waits until a thread's work is done, not until it has
// ended: LeakSanitizer would report thread data of OpenSSL and Qt if the process ended in between.
void awaitEndingThreads()
{
    const auto isEnding = [] {
        const QDir tasks(QStringLiteral("/proc/self/task"));
        for (const auto &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile name(tasks.filePath(task + QStringLiteral("/comm")));
            if (name.open(QIODevice::ReadOnly) && name.readAll().startsWith("QNetworkAccess"))
                return true;
        }
        return false;
    };
    const QDeadlineTimer limit(5'000);
    while (isEnding() && !limit.hasExpired())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

/// Many tests share a process: what a test leaves behind fails that test instead of a later one.
class TestBoundary final : public ::testing::EmptyTestEventListener
{
public:
    explicit TestBoundary(Leftovers leftovers)
        : m_leftovers(std::move(leftovers))
    { }

    void OnTestProgramStart(const ::testing::UnitTest & /*tests*/) override
    {
        // Already read by gtest; a test that runs this program again for one test must not inherit the shard.
        for (const auto *name : {"GTEST_TOTAL_SHARDS", "GTEST_SHARD_INDEX", "GTEST_SHARD_STATUS_FILE", "GTEST_FILTER"})
            qunsetenv(name);
    }

    void OnTestStart(const ::testing::TestInfo & /*test*/) override
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_folder = QDir::currentPath();
    }

    void OnTestEnd(const ::testing::TestInfo & /*test*/) override
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        restoreEnvironment();
        if (QDir::currentPath() != m_folder) {
            ADD_FAILURE() << "the test left the process in another folder: " << QDir::currentPath().toStdString();
            QDir::setCurrent(m_folder);
        }
        if (qInstallMessageHandler(failOnWarning) != failOnWarning)
            ADD_FAILURE() << "the test left its message handler installed";
        if (m_leftovers) {
            for (const auto &each : m_leftovers())
                ADD_FAILURE() << "the test left behind: " << each.toStdString();
        }
        emptyHome();
    }

private:
    void restoreEnvironment() const
    {
        const auto now = QProcessEnvironment::systemEnvironment();
        if (now == m_environment)
            return;
        for (const auto &name : now.keys() + m_environment.keys()) {
            if (now.contains(name) == m_environment.contains(name) && now.value(name) == m_environment.value(name))
                continue;
            ADD_FAILURE() << "the test left the environment variable " << name.toStdString() << " changed";
            const auto raw = name.toLocal8Bit();
            if (m_environment.contains(name))
                qputenv(raw.constData(), m_environment.value(name).toLocal8Bit());
            else
                qunsetenv(raw.constData());
        }
    }

    /// Prevents settings, logs and stores of one test from affecting the next.
    static void emptyHome()
    {
        const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR"); // inside the home; it must stay
        for (const auto &folder : {qEnvironmentVariable("HOME"), runtime}) {
            const auto entries =
                QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
            for (const auto &entry : entries) {
                const auto path = entry.absoluteFilePath();
                if (path == runtime)
                    continue;
                if (entry.isDir() && !entry.isSymLink())
                    QDir(path).removeRecursively();
                else
                    QFile::remove(path);
            }
        }
    }

    Leftovers m_leftovers;
    QProcessEnvironment m_environment;
    QString m_folder;
};

} // namespace

TestHome::TestHome()
    : m_folder(std::make_unique<QTemporaryDir>())
{
    // Qt prints a warning if XDG_RUNTIME_DIR is not set (root shells) or accessible to others.
    const auto runtime = m_folder->filePath(QStringLiteral("run"));
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", runtime.toLocal8Bit());
    qputenv("HOME", m_folder->path().toLocal8Bit());
    QLocale::setDefault(QLocale::c());
    QStandardPaths::setTestModeEnabled(true);
}

TestHome::~TestHome() = default;

int runTests(int argc, char **argv, Leftovers leftovers)
{
    ::testing::InitGoogleTest(&argc, argv);
    ::testing::UnitTest::GetInstance()->listeners().Append(new TestBoundary(std::move(leftovers)));
    qInstallMessageHandler(failOnWarning);
    const auto result = RUN_ALL_TESTS();
    awaitEndingThreads();
    return result;
}

} // namespace lynceus::test
