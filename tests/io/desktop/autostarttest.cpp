#include "core/io/desktop/autostart.h"

#include "core/domain/link/watchlink.h"
#include "core/io/desktop/desktopidentity.h"
#include "core/io/ipc/windowcall.h"

#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using testing::HasSubstr;

namespace lynceus {

namespace {

std::string content(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "none";
}

std::string packaged(const QString &suffix)
{
    return content(QStringLiteral(LYNCEUS_SOURCE_DIR "/packaging/") + kDesktopId + suffix);
}

} // namespace

TEST(Autostart, WritesNoEntryWithoutAProgram)
{
    const QTemporaryDir folder;
    const Autostart autostart(folder.filePath(u"autostart"_s), {});
    const auto set = autostart.set(true);
    ASSERT_FALSE(set);
    EXPECT_THAT(set.error().message.toStdString(), HasSubstr("the program lynceus was not found"));
    EXPECT_FALSE(autostart.isOn());
    EXPECT_TRUE(autostart.set(false)) << "an old entry can be removed";
}

TEST(Autostart, IsAValidDesktopEntry)
{
    const QTemporaryDir folder;
    const Autostart autostart(folder.filePath(u"autostart"_s), u"/opt/my apps/lyn$ceus 100%"_s);
    const auto entry = folder.filePath(u"autostart/"_s) + kDesktopId + u".desktop"_s;
    EXPECT_FALSE(autostart.isOn());
    ASSERT_TRUE(autostart.set(true));
    EXPECT_TRUE(autostart.isOn());
    EXPECT_THAT(content(entry), HasSubstr("\nExec=\"/opt/my apps/lyn\\\\$ceus 100%%\"\n"));
    QFile file(entry); // the desktop's settings disable autostart
    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write("Hidden=true\n");
    file.close();
    EXPECT_FALSE(autostart.isOn());
    ASSERT_TRUE(autostart.set(true));
    EXPECT_TRUE(autostart.isOn());
    ASSERT_TRUE(autostart.set(false));
    ASSERT_TRUE(autostart.set(false)) << "off already";
    EXPECT_EQ(content(entry), "none");
}

TEST(Autostart, ReportsWriteErrors)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"autostart"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const auto set = Autostart(file.fileName(), u"/usr/bin/lynceus"_s).set(true);
    ASSERT_FALSE(set);
    EXPECT_THAT(set.error().message.toStdString(), HasSubstr("cannot create"));
}

TEST(DesktopFiles, MatchTheProgramsDesktopName)
{
    const auto id = QByteArray(kDesktopId.data(), kDesktopId.size()).toStdString();
    const auto desktop = packaged(u".desktop"_s);
    EXPECT_THAT(desktop, HasSubstr("\nIcon=" + id + "\n"));
    EXPECT_THAT(desktop, HasSubstr("\nExec=lynceus %u\n"));
    EXPECT_THAT(desktop, HasSubstr(std::string("\nMimeType=x-scheme-handler/") + kLinkScheme.data() + ";\n"));
    EXPECT_THAT(desktop, HasSubstr("\nDBusActivatable=true\n"));
    EXPECT_THAT(packaged(u".service.in"_s), HasSubstr("\nName=" + id + "\n"));
    for (const auto action : {kNewWatchAction, kShowBoardAction}) {
        EXPECT_THAT(desktop, HasSubstr(std::string("\nExec=lynceus ") + action.data() + '\n'));
        EXPECT_THAT(desktop, HasSubstr(std::string("\n[Desktop Action ") + (action.data() + 2) + "]\n"));
    }
    const auto metainfo = packaged(u".metainfo.xml"_s);
    EXPECT_THAT(metainfo, HasSubstr("<id>" + id + "</id>"));
    EXPECT_THAT(metainfo, HasSubstr("<launchable type=\"desktop-id\">" + id + ".desktop</launchable>"));
    EXPECT_THAT(metainfo, HasSubstr(std::string("<release version=\"") + LYNCEUS_VERSION));
    EXPECT_THAT(packaged(u".svg"_s), HasSubstr("<svg"));
}

} // namespace lynceus
