#pragma once

#include "core/engine/doctor/finding.h"
#include "core/io/desktop/busnames.h"
#include "core/io/ipc/runtimefolder.h"
#include "core/io/process/runtimepackage.h"

namespace lynceus {

// Checks of this computer that need no waiting.

/// Checks the port of the redirect after single sign-on: opens it briefly and closes it again.
[[nodiscard]] Finding checkedPort(quint16 port);

/// Checks that other users cannot create files in the folder of the sockets.
[[nodiscard]] Finding checkedRuntimeFolder(const RuntimeFolder &folder);

/// One finding for each of @p missing, or one that no package is missing. Only a missing SQLite driver of Qt is an
/// error.
[[nodiscard]] Findings judgedPackages(const std::vector<RuntimePackage> &missing);

/// @p opener: the program that opens web pages, empty if there is none; @p missingDisplay: why there is no display.
[[nodiscard]] Finding judgedBrowser(const QString &opener, const QString &missingDisplay);

/// Checks that the desktop shows notifications and has a tray.
[[nodiscard]] Findings judgedDesktop(const BusNames &names);

/// Paths of the user's files.
struct PersonsFiles
{
    QString instances;
    QString preferences;
    QString store;
    QString log;
};
/// Reads the files as every start does (broken ones are reported) and checks that they are writable.
[[nodiscard]] Findings checkedFiles(const PersonsFiles &files);

} // namespace lynceus
