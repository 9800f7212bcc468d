#include "tests/gui/accessibility/screens.h"
#include "tests/support/windowscene.h"

#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFrame{16, 48}; ///< what window managers draw around a window

class SmallScreenProcess : public testing::TestWithParam<Screen>
{ };

} // namespace

/// Not a test by itself: what SmallScreen starts where there is no more room.
TEST_P(SmallScreenProcess, DISABLED_HasRoomForTheWindowAndItsDialogs)
{
    WindowScene scene;
    FakeEngine nothing(scene.clock());
    Whole whole(GetParam().isEmpty ? nothing : scene.engine(), scene.clock());
    ASSERT_EQ(whole.window.screen()->availableSize(), QSize(640, 480));
    const auto room = whole.window.screen()->availableSize() - kFrame;
    whole.window.resize(room);
    GetParam().open(whole);
    drainEvents();
    auto &shown = front(whole.window);
    for (const QWidget *widget : {static_cast<QWidget *>(&whole.window), &shown}) {
        EXPECT_LE(widget->width(), room.width()) << widget->metaObject()->className();
        EXPECT_LE(widget->height(), room.height()) << widget->metaObject()->className();
    }
    closeDialogs(whole.window);
}

INSTANTIATE_TEST_SUITE_P(All, SmallScreenProcess, testing::ValuesIn(screens()), testName);

// What is larger than the screen cannot be reached: window managers do not scroll.
TEST(SmallScreen, Of640By480HasRoomForTheWindowAndAllDialogs)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"screen.json"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(R"({"screens": [{"name": "small", "x": 0, "y": 0, "width": 640, "height": 480, "logicalDpi": 96,
                                "logicalBaseDpi": 96, "dpr": 1}]})");
    file.close();
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen:configfile="_s + file.fileName());
    environment.remove(u"GTEST_OUTPUT"_s);
    environment.remove(u"GTEST_FILTER"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--gtest_also_run_disabled_tests"_s, u"--gtest_filter=All/SmallScreenProcess.*"_s});
    ASSERT_TRUE(waitUntil([&] { return process.state() == QProcess::NotRunning; }, kPatience * 10));
    const auto output = process.readAll();
    EXPECT_EQ(process.exitCode(), 0) << output.constData();
    EXPECT_TRUE(output.contains(QByteArray::number(qsizetype(screens().size())) + " tests ran")
                || output.contains(QByteArray::number(qsizetype(screens().size())) + " tests from"))
        << output.constData();
}

} // namespace lynceus::test
