#include "core/io/desktop/display.h"

#include "core/io/process/runtimepackage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#ifdef Q_OS_LINUX
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace lynceus {

using namespace Qt::StringLiterals;

#ifdef Q_OS_LINUX

namespace {

class DisplayTest : public testing::Test
{
protected:
    DisplayTest()
    {
        for (const auto *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "QT_PLUGIN_PATH"}) {
            m_before.emplace_back(name, qgetenv(name));
            qunsetenv(name);
        }
    }
    ~DisplayTest() override
    {
        for (const auto &[name, value] : m_before) {
            if (value.isNull())
                qunsetenv(name);
            else
                qputenv(name, value);
        }
    }

private:
    std::vector<std::pair<const char *, QByteArray>> m_before;
};

} // namespace

TEST_F(DisplayTest, ReportsAMissingDisplay)
{
    EXPECT_TRUE(missingDisplay().contains(u"neither WAYLAND_DISPLAY nor DISPLAY"_s));
}

TEST_F(DisplayTest, ReportsAnUnresponsiveDisplay)
{
    qputenv("DISPLAY", ":4711");
    EXPECT_EQ(missingDisplay(), u"cannot connect to the display at DISPLAY=:4711"_s);
}

TEST_F(DisplayTest, AcceptsAListeningCompositor)
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"wayland-9"_s).toLocal8Bit();
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
    ASSERT_EQ(::bind(server, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    ASSERT_EQ(::listen(server, 8), 0);
    qputenv("WAYLAND_DISPLAY", path);
    // Without the Wayland plugin and an X server, Qt would abort with an unhelpful message.
    EXPECT_EQ(missingDisplay(), missingPackage(RuntimePackage::WaylandPlugin));
    ASSERT_TRUE(QDir(folder.path()).mkdir(u"platforms"_s));
    ASSERT_TRUE(QFile(folder.filePath(u"platforms/libqwayland-generic.so"_s)).open(QIODevice::WriteOnly));
    qputenv("QT_PLUGIN_PATH", folder.path().toLocal8Bit());
    EXPECT_EQ(missingDisplay(), QString());
    qunsetenv("QT_PLUGIN_PATH");
    qputenv("DISPLAY", ":4711");
    EXPECT_EQ(missingDisplay(), QString()) << "Qt takes the X server";
    qunsetenv("DISPLAY");
    ::close(server);
    EXPECT_FALSE(missingDisplay().isEmpty());
}

TEST_F(DisplayTest, SkipsTheCheckIfAPlatformIsChosen)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    EXPECT_EQ(missingDisplay(), QString());
}

TEST_F(DisplayTest, DoesNotCheckRemoteDisplays)
{
    qputenv("DISPLAY", "thinclient.example:0");
    EXPECT_EQ(missingDisplay(), QString());
    qputenv("DISPLAY", "localhost:10.0");
    EXPECT_EQ(missingDisplay(), QString());
}

#endif

} // namespace lynceus
