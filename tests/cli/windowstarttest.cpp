#include "tests/cli/programrun.h"
#include "tests/support/virtualdisplay.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace lynceus::test {

using namespace Qt::StringLiterals;

TEST(WindowStart, MissingDisplayIsReportedInOneLine)
{
    const auto result = run({});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.output.isEmpty());
    ASSERT_EQ(linesOf(result.error).size(), 1);
    EXPECT_TRUE(result.error.contains("no display is available")) << result.error.constData();
}

TEST(WindowStart, UnresponsiveDisplayDoesNotCrash)
{
    const auto result = run({}, {{u"DISPLAY"_s, u":4711"_s}});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.error.contains("DISPLAY=:4711")) << result.error.constData();
}

// Qt 6 cannot paint on such a display, and the window crashed.
TEST(WindowStart, EightBitDisplayDoesNotCrash)
{
    const VirtualDisplay display(u"640x480x8"_s);
    const auto result = run({}, {{u"DISPLAY"_s, display.name()}});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.error.contains("8 bits per pixel")) << result.error.constData();
}

TEST(WindowStart, LinkOpensTheWindow)
{
    const auto result = run({u"lynceus://watch?app=shop-web"_s});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.error.contains("no display is available")) << result.error.constData();
}

TEST(WindowStart, DesktopEntryActionOpensTheWindow)
{
    for (const auto &action : {u"--new-watch"_s, u"--show-board"_s}) {
        const auto result = run({action});
        EXPECT_EQ(result.exitCode, 2);
        EXPECT_TRUE(result.error.contains("no display is available")) << result.error.constData();
    }
}

#ifdef Q_OS_UNIX

TEST(WindowStart, MissingWindowPackageIsReportedInOneLine)
{
    // In its own folder, on the same file system for the hard link.
    const QTemporaryDir folder(QFileInfo(QStringLiteral(LYNCEUS_PROGRAM)).path() + u"/alone-XXXXXX"_s);
    const auto alone = folder.filePath(u"lynceus"_s);
    ASSERT_EQ(::link(LYNCEUS_PROGRAM, qPrintable(alone)), 0);
    for (const auto &arguments : {QStringList{}, QStringList{u"demo"_s}}) {
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s); // as in tests/cli/programrun.cpp
        program.setProcessEnvironment(environment);
        program.start(alone, arguments);
        ASSERT_TRUE(program.waitForFinished(-1));
        EXPECT_EQ(program.exitCode(), 2);
        EXPECT_EQ(program.readAllStandardError(),
                  "lynceus: the window is not installed: install the package lynceus; \"lynceus --help\" lists the "
                  "commands\n");
    }
}

#endif

} // namespace lynceus::test
