#include "tests/gui/accessibility/measures.h"
#include "tests/gui/accessibility/screens.h"
#include "tests/support/windowscene.h"

#include <QFile>
#include <QGuiApplication>
#include <QMessageBox>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>

#include <array>
#include <ostream>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFrame{16, 48}; ///< space for the frame that window managers draw around a window
constexpr auto kSizeVariable = "LYNCEUS_TEST_SCREEN";

/// A screen in physical pixels, and its scale.
struct SmallScreen
{
    const char *name;
    QSize pixels;
    int scale;
};

constexpr std::array kSmallScreens{
    SmallScreen{"at640by480", {640, 480}, 1}, SmallScreen{"at1920by1080scaledTo200percent", {1920, 1080}, 2},
    SmallScreen{"at1366by768scaledTo200percent", {1366, 768}, 2},
    SmallScreen{"at800by600scaledTo200percent", {800, 600}, 2}, // below the supported minimum, but all is reachable
};

void PrintTo(const SmallScreen &screen, std::ostream *out)
{
    *out << screen.name;
}

class SmallScreenProcess : public testing::TestWithParam<Screen>
{ };

class OnSmallScreen : public testing::TestWithParam<SmallScreen>
{ };

} // namespace

/// Not a test by itself: OnSmallScreen starts it in a process with a small screen.
TEST_P(SmallScreenProcess, DISABLED_HasRoomForTheWindowAndItsDialogs)
{
    WindowScene scene;
    FakeEngine nothing(scene.clock());
    CompleteWindow complete(GetParam().isEmpty ? nothing : scene.engine(), scene.clock());
    const auto size = qEnvironmentVariable(kSizeVariable).split(u'x');
    ASSERT_EQ(complete.window.screen()->availableSize(), QSize(size.value(0).toInt(), size.value(1).toInt()));
    const auto room = complete.window.screen()->availableSize() - kFrame;
    complete.window.resize(room);
    GetParam().open(complete);
    drainEvents();
    auto &shown = front(complete.window);
    for (const QWidget *widget : {static_cast<QWidget *>(&complete.window), &shown}) {
        // Qt lets message boxes be as wide as the screen, and does not subtract the frame.
        const auto most = qobject_cast<const QMessageBox *>(widget) ? complete.window.screen()->availableSize() : room;
        EXPECT_LE(widget->width(), most.width()) << widget->metaObject()->className();
        EXPECT_LE(widget->height(), room.height()) << widget->metaObject()->className();
        const auto faults = outside(*widget) + scrolledButtons(*widget);
        EXPECT_TRUE(faults.isEmpty()) << faults.join(u'\n').toStdString();
    }
    closeDialogs(complete.window);
}

INSTANTIATE_TEST_SUITE_P(All, SmallScreenProcess, testing::ValuesIn(screens()), testName);

// Parts beyond the edge of the screen cannot be reached, because window managers do not scroll.
TEST_P(OnSmallScreen, WindowAndAllDialogsFit)
{
    const auto &pixels = GetParam().pixels;
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"screen.json"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(R"({"screens": [{"name": "small", "x": 0, "y": 0, "width": %1, "height": %2,
                                           "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})")
                   .replace("%1", QByteArray::number(pixels.width()))
                   .replace("%2", QByteArray::number(pixels.height())));
    file.close();
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen:configfile="_s + file.fileName());
    environment.insert(u"QT_SCALE_FACTOR"_s, QString::number(GetParam().scale));
    environment.insert(QString::fromLatin1(kSizeVariable),
                       u"%1x%2"_s.arg(pixels.width() / GetParam().scale).arg(pixels.height() / GetParam().scale));
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

INSTANTIATE_TEST_SUITE_P(SmallScreen, OnSmallScreen, testing::ValuesIn(kSmallScreens),
                         [](const auto &screen) { return screen.param.name; });

} // namespace lynceus::test
