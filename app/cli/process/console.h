#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/process/remedy.h"
#include "core/domain/base/result.h"

#include <QByteArray>

namespace lynceus {

/// Properties of standard output or standard error.
struct TerminalTraits
{
    bool isTerminal = false;
    bool colour = false; ///< a terminal that is not "dumb", and no NO_COLOR (https://no-color.org)
    int width = 80;      ///< current width in columns
    int height = 24;     ///< current height in lines
};

[[nodiscard]] TerminalTraits standardOutput();
[[nodiscard]] TerminalTraits standardError();

enum class Writing {
    Written,
    Closed, ///< the reader closed the pipe (`| head`)
    Failed,
};

/// For commands that write until they are stopped: they end if the result is Closed. See writeOutput().
[[nodiscard]] Writing streamOutput(QByteArrayView bytes);
/// Writes all bytes, in one write if the system accepts it. False if they could not be written; a reader that closed
/// the pipe counts as success. Printers clean foreign text themselves (visibleLine()); terminalOutput() cleans the
/// output again here in case one does not.
[[nodiscard]] bool writeOutput(QByteArrayView bytes);
bool writeError(QByteArrayView bytes);
/// Writes one line with a line break. Control characters and hidden characters of @p text are replaced.
[[nodiscard]] bool writeOutputLine(const QString &text);
bool writeErrorLine(const QString &text);

/// "lynceus: ASKED: MESSAGE". One line.
[[nodiscard]] QString errorLine(const Error &error);
/// As above for an error of a server: prefixed with the name of a stored instance, followed by the remedy.
[[nodiscard]] QString errorLine(const Error &error, const WayToServer &way);
/// Prints these lines on standard error; returns the exit code.
ExitCode reportError(const Error &error);
ExitCode reportError(const Error &error, const WayToServer &way);
void reportWarning(const QString &message);
/// For a command that has taken effect although its output could not be written: warns that @p effect ("NAME was
/// added"); returns the exit code.
ExitCode reportUnwritten(const QString &effect);

} // namespace lynceus
