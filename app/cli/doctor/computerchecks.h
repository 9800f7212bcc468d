#pragma once

#include "core/engine/doctor/finding.h"
#include "core/io/desktop/busnames.h"
#include "core/io/ipc/runtimefolder.h"
#include "core/io/process/runtimepackage.h"

namespace lynceus {

// Checks of this computer that answer at once.

/// The port at which the browser comes back after single sign-on: taken for a moment and given back.
[[nodiscard]] Finding checkedPort(quint16 port);

/// Whether the folder of sockets is one that other users cannot put anything into.
[[nodiscard]] Finding checkedRuntimeFolder(const RuntimeFolder &folder);

/// One finding for each of @p missing, or one that says that nothing is. Only without Qt's SQLite driver Lynceus cannot
/// do its work.
[[nodiscard]] Findings judgedPackages(const std::vector<RuntimePackage> &missing);

/// @p opener: the program that opens a page, empty if there is none; @p missingDisplay: why there is no display.
[[nodiscard]] Finding judgedBrowser(const QString &opener, const QString &missingDisplay);

/// Whether the desktop shows notifications, and has a place for the tray's icon.
[[nodiscard]] Findings judgedDesktop(const BusNames &names);

/// Where the person's files are.
struct PersonsFiles
{
    QString instances;
    QString preferences;
    QString store;
    QString log;
};
/// Read as every start does it (a broken one is put aside and said), and whether they could be written.
[[nodiscard]] Findings checkedFiles(const PersonsFiles &files);

} // namespace lynceus
