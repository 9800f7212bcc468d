#include "core/io/process/runtimepackage.h"

#include <QDir>
#include <QLibrary>
#include <QLibraryInfo>
#include <QSqlDatabase>
#include <QSslConfiguration>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kSecretVersion = 0; // libsecret-1.so.0: the one that QtKeychain 0.13 loads

/// Qt's search path, without an application object, which does not exist yet when the display is checked.
QStringList pluginFolders()
{
    auto folders = qEnvironmentVariable("QT_PLUGIN_PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders += QLibraryInfo::path(QLibraryInfo::PluginsPath);
    return folders;
}

} // namespace

std::vector<RuntimePackage> runtimePackages()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return {RuntimePackage::SqliteDriver, RuntimePackage::WaylandPlugin, RuntimePackage::SecretLibrary,
            RuntimePackage::Certificates, RuntimePackage::WebOpener};
#else
    return {RuntimePackage::SqliteDriver}; // other packages are part of the system
#endif
}

bool hasPlugin(const QStringList &folders, const QString &kind, const QString &prefix)
{
    return std::ranges::any_of(folders, [&](const QString &folder) {
        return !QDir(folder + u'/' + kind).entryList({prefix + u'*'}, QDir::Files).isEmpty();
    });
}

bool isInstalled(RuntimePackage package)
{
    switch (package) {
    case RuntimePackage::SqliteDriver:
        return QSqlDatabase::isDriverAvailable(u"QSQLITE"_s);
    case RuntimePackage::WaylandPlugin:
        return hasPlugin(pluginFolders(), u"platforms"_s, u"libqwayland"_s);
    case RuntimePackage::SecretLibrary:
        return QLibrary(u"secret-1"_s, kSecretVersion).load();
    case RuntimePackage::Certificates:
        return !QSslConfiguration::systemCaCertificates().isEmpty();
    case RuntimePackage::WebOpener:
        return !QStandardPaths::findExecutable(u"xdg-open"_s).isEmpty();
    }
    return true;
}

QString packageName(RuntimePackage package)
{
    switch (package) {
    case RuntimePackage::SqliteDriver:
        return u"libqt6sql6-sqlite"_s;
    case RuntimePackage::WaylandPlugin:
        return u"qt6-wayland"_s;
    case RuntimePackage::SecretLibrary:
        return u"libsecret-1-0"_s;
    case RuntimePackage::Certificates:
        return u"ca-certificates"_s;
    case RuntimePackage::WebOpener:
        return u"xdg-utils"_s;
    }
    return {};
}

QString purposeOf(RuntimePackage package)
{
    switch (package) {
    case RuntimePackage::SqliteDriver:
        return u"to store watches, deployments and tasks"_s;
    case RuntimePackage::WaylandPlugin:
        return u"to open the window in a Wayland session without an X server"_s;
    case RuntimePackage::SecretLibrary:
        return u"to store tokens in GNOME Keyring"_s;
    case RuntimePackage::Certificates:
        return u"to verify HTTPS servers"_s;
    case RuntimePackage::WebOpener:
        return u"to open the sign-in page in a browser"_s;
    }
    return {};
}

QString missingText(RuntimePackage package)
{
    switch (package) {
    case RuntimePackage::SqliteDriver:
        return u"Qt's SQLite driver is not installed, so watches and history cannot be stored or read: install the "
               "package libqt6sql6-sqlite"_s;
    case RuntimePackage::WaylandPlugin:
        return u"Qt's Wayland plugin is not installed, so no window can open in this Wayland session: install the "
               "package qt6-wayland"_s;
    case RuntimePackage::SecretLibrary:
        return u"libsecret is not installed, so tokens cannot be stored in GNOME Keyring: install the package "
               "libsecret-1-0"_s;
    case RuntimePackage::Certificates:
        return u"this computer has no list of trusted certificate authorities, so HTTPS servers cannot be verified: "
               "install the package ca-certificates"_s;
    case RuntimePackage::WebOpener:
        return u"xdg-open is not installed, so no web page can be opened: install the package xdg-utils"_s;
    }
    return {};
}

QString missingPackage(RuntimePackage package)
{
    const auto expected = runtimePackages();
    return std::ranges::find(expected, package) == expected.end() || isInstalled(package) ? QString()
                                                                                          : missingText(package);
}

} // namespace lynceus
