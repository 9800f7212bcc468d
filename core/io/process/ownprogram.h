#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace lynceus {

/// Path of `lynceus` for another start, also if this process is the window's program (for an AppImage: the image).
/// Empty if only the window's program is installed.
[[nodiscard]] QString ownProgram();

/// Path of the window's program, which is a separate package: beside this program, or in the libexec folder. Empty if
/// it is not installed.
[[nodiscard]] QString windowProgram();

/// The first executable @p name in @p folder or its sibling @p sibling; empty if there is none.
[[nodiscard]] QString programIn(const QString &folder, const QString &sibling, const QString &name);

/// A command line.
struct ProgramCall
{
    QString program;
    QStringList arguments;

    friend bool operator==(const ProgramCall &, const ProgramCall &) = default;
};

/// How to start @p call so that it outlives a process with this environment and number. In a systemd service, the
/// service manager must start it: a child would have the limits of the service and end with it. @p token as for
/// startOwnProgram().
[[nodiscard]] ProgramCall outsideOfService(const ProgramCall &call, const QString &token,
                                           const QProcessEnvironment &environment, qint64 process);

/// Starts this program as a process that outlives this one. It does not inherit our terminal, so that a pipe does not
/// wait for its end. @p token lets a window raise itself; may be empty. Returns false if it could not be started.
[[nodiscard]] bool startOwnProgram(const QStringList &arguments, const QString &token = {});

} // namespace lynceus
