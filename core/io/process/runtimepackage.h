#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace lynceus {

/// Packages that Lynceus loads or starts at runtime instead of linking, so they may be missing.
enum class RuntimePackage {
    SqliteDriver,  ///< of Qt, for watches, history and cache
    WaylandPlugin, ///< of Qt, for a window without an X server
    SecretLibrary, ///< libsecret, with which QtKeychain accesses the Secret Service
    Certificates,  ///< the system's trusted CA certificates
    WebOpener,     ///< xdg-open
};

/// The packages that this system needs; only for Linux and other freedesktop.org systems.
[[nodiscard]] std::vector<RuntimePackage> runtimePackages();

/// Checks this computer. Loads libraries and reads files: takes some milliseconds.
[[nodiscard]] bool isInstalled(RuntimePackage package);

/// Package name in Debian and derivatives: "libsecret-1-0".
[[nodiscard]] QString packageName(RuntimePackage package);

/// Purpose, for a table row: "to store tokens in GNOME Keyring".
[[nodiscard]] QString purposeOf(RuntimePackage package);

/// One sentence without full stop: what is missing, what does not work without it, and which package to install.
[[nodiscard]] QString missingText(RuntimePackage package);

/// missingText() if it is not installed, otherwise empty.
[[nodiscard]] QString missingPackage(RuntimePackage package);

/// Whether one of @p folders contains a Qt plugin with @p prefix in subfolder @p kind, e.g. "platforms" and
/// "libqwayland".
[[nodiscard]] bool hasPlugin(const QStringList &folders, const QString &kind, const QString &prefix);

} // namespace lynceus
