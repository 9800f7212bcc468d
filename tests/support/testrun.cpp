#include "tests/support/testrun.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <thread>

#include <gtest/gtest.h>

namespace lynceus::test {

namespace {

// A warning from Qt fails the test in which it comes: it is a bug of ours that Qt was kind enough to notice.
void failOnWarning(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // Says the offscreen platform of every window whose size has limits: it is about the platform, not about us.
    if (message == QLatin1StringView("This plugin does not support propagateSizeHints()"))
        return;
    const auto text = qFormatLogMessage(type, context, message).toLocal8Bit();
    std::fprintf(stderr, "%s\n", text.constData());
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    // The offscreen platform says so of windows that are raised or grab keys; that is no fault of the window.
    if (message.startsWith(QLatin1StringView("This plugin does not support")))
        return;
    if (::testing::UnitTest::GetInstance()->current_test_info())
        ADD_FAILURE() << "Qt warned: " << text.constData();
}

// Waits for the threads of network access managers that are gone. Qt waits for a thread until its work is done, not
// until it has ended: what OpenSSL and Qt keep for that thread would be a leak to LeakSanitizer if the process ended in
// between.
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

} // namespace

TestHome::TestHome()
    : m_folder(std::make_unique<QTemporaryDir>())
{
    // Qt warns if XDG_RUNTIME_DIR is not set (root shells) or is not ours alone.
    const auto runtime = m_folder->filePath(QStringLiteral("run"));
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", runtime.toLocal8Bit());
    qputenv("HOME", m_folder->path().toLocal8Bit());
    QLocale::setDefault(QLocale::c());
    QStandardPaths::setTestModeEnabled(true);
}

TestHome::~TestHome() = default;

int runTests(int argc, char **argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    qInstallMessageHandler(failOnWarning);
    const auto result = RUN_ALL_TESTS();
    awaitEndingThreads();
    return result;
}

} // namespace lynceus::test
