#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace lynceus {

/// What Lynceus loads or starts while it runs, instead of linking it: a system can have the program without it.
enum class RuntimePackage {
    SqliteDriver,  ///< Qt's, for watches, history and cache
    WaylandPlugin, ///< Qt's, for a window where there is no X server
    SecretLibrary, ///< libsecret, through which QtKeychain reaches the Secret Service
    Certificates,  ///< the certificate authorities that the system trusts
    WebOpener,     ///< xdg-open
};

/// All of them that this system should have; Linux and other systems with freedesktop.org's programs only.
[[nodiscard]] std::vector<RuntimePackage> runtimePackages();

/// Looks for it on this computer. Loads libraries and reads files: some milliseconds.
[[nodiscard]] bool isInstalled(RuntimePackage package);

/// As Debian and its kin call it: "libsecret-1-0".
[[nodiscard]] QString packageName(RuntimePackage package);

/// What it is for, as a row of a table says it: "to store tokens in GNOME Keyring".
[[nodiscard]] QString purposeOf(RuntimePackage package);

/// One sentence without a full stop: what is missing, what does not work without it, and which package to install.
[[nodiscard]] QString missingText(RuntimePackage package);

/// missingText() if it is not installed, else empty.
[[nodiscard]] QString missingPackage(RuntimePackage package);

/// Whether one of @p folders has a Qt plugin with @p prefix in its subfolder @p kind, e.g. "platforms" and
/// "libqwayland".
[[nodiscard]] bool hasPlugin(const QStringList &folders, const QString &kind, const QString &prefix);

} // namespace lynceus
