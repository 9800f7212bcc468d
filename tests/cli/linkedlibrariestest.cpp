#include <QFileInfo>
#include <QProcess>

#include <gtest/gtest.h>

// lynceus-cli is used on servers and in pipelines, so it must not load any GUI libraries.

namespace lynceus {

using namespace Qt::StringLiterals;

#ifdef Q_OS_LINUX

namespace {

/// All libraries that the loader would load for @p program, including indirect ones.
QByteArray librariesOf(const QString &program)
{
    QProcess ldd;
    ldd.start(u"ldd"_s, {program});
    EXPECT_TRUE(ldd.waitForFinished(-1));
    EXPECT_EQ(ldd.exitCode(), 0);
    return ldd.readAllStandardOutput();
}

} // namespace

TEST(LinkedLibraries, CommandLineLinksNoWindowOrDisplayLibraries)
{
    const auto program = QStringLiteral(LYNCEUS_PROGRAM);
    const auto libraries = librariesOf(program);
    EXPECT_TRUE(libraries.contains("libQt6Network")) << libraries.constData();
    for (const auto *name : {"libQt6Widgets", "libQt6Gui", "libQt6Svg", "libX11", "libxcb", "libGL", "libEGL",
                             "libOpenGL", "libwayland", "libxkbcommon", "libfontconfig"})
        EXPECT_FALSE(libraries.contains(name)) << name << "\n" << libraries.constData();
    EXPECT_TRUE(librariesOf(QFileInfo(program).path() + u"/lynceus-window"_s).contains("libQt6Widgets"));
}

#endif

} // namespace lynceus
