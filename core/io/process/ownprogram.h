#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace lynceus {

/// `lynceus` where it can be started again, also when this process is the window's program (an AppImage: the image
/// itself). Empty if only the window's program is installed.
[[nodiscard]] QString ownProgram();

/// The window's program, which is a package of its own: beside this one, or in the folder for programs that others
/// start. Empty if it is not installed.
[[nodiscard]] QString windowProgram();

/// The first of @p name in @p folder and in its sibling @p sibling that is a program; empty if neither is.
[[nodiscard]] QString programIn(const QString &folder, const QString &sibling, const QString &name);

/// A command line.
struct ProgramCall
{
    QString program;
    QStringList arguments;

    friend bool operator==(const ProgramCall &, const ProgramCall &) = default;
};

/// How @p call is started from a process with this environment and number so that it outlives it. From a systemd
/// service the service manager has to start it: a child would have the service's limits, and would be ended with the
/// service.
/// @p token as for startOwnProgram().
[[nodiscard]] ProgramCall outsideOfService(const ProgramCall &call, const QString &token,
                                           const QProcessEnvironment &environment, qint64 process);

/// Starts this program once more, beside this process, which it outlives. Nothing of our terminal is handed to it: a
/// pipe must not wait for its end. @p token lets a window raise itself; may be empty.
/// False if the system could not start it.
[[nodiscard]] bool startOwnProgram(const QStringList &arguments, const QString &token = {});

} // namespace lynceus
