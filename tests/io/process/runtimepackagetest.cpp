#include "core/io/process/runtimepackage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(RuntimePackages, EachMessageNamesThePackageToInstall)
{
    const std::map<RuntimePackage, QString> packages{{RuntimePackage::SqliteDriver, u"libqt6sql6-sqlite"_s},
                                                     {RuntimePackage::WaylandPlugin, u"qt6-wayland"_s},
                                                     {RuntimePackage::SecretLibrary, u"libsecret-1-0"_s},
                                                     {RuntimePackage::Certificates, u"ca-certificates"_s},
                                                     {RuntimePackage::WebOpener, u"xdg-utils"_s}};
    for (const auto &[package, name] : packages)
        EXPECT_TRUE(missingText(package).endsWith(u": install the package "_s + name))
            << missingText(package).toStdString();
}

TEST(RuntimePackages, HaveANameAndAPurpose)
{
    for (const auto package : runtimePackages()) {
        EXPECT_TRUE(missingText(package).endsWith(packageName(package))) << qPrintable(missingText(package));
        EXPECT_TRUE(purposeOf(package).startsWith(u"to "_s));
    }
}

TEST(RuntimePackages, InstalledPackagesAreNotReported)
{
    for (const auto package : runtimePackages())
        EXPECT_EQ(missingPackage(package), isInstalled(package) ? QString() : missingText(package));
    EXPECT_TRUE(isInstalled(RuntimePackage::SqliteDriver)) << "the store tests need the driver";
}

TEST(RuntimePackages, PluginIsAFileOfItsKind)
{
    const QTemporaryDir folder;
    const QStringList folders{u"/nowhere"_s, folder.path()};
    EXPECT_FALSE(hasPlugin(folders, u"platforms"_s, u"libqwayland"_s));
    ASSERT_TRUE(QDir(folder.path()).mkpath(u"platforms/libqwayland-folder"_s));
    EXPECT_FALSE(hasPlugin(folders, u"platforms"_s, u"libqwayland"_s));
    ASSERT_TRUE(QFile(folder.filePath(u"platforms/libqwayland-generic.so"_s)).open(QIODevice::WriteOnly));
    EXPECT_TRUE(hasPlugin(folders, u"platforms"_s, u"libqwayland"_s));
    EXPECT_FALSE(hasPlugin(folders, u"platforms"_s, u"libqxcb"_s));
}

} // namespace lynceus
