#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/process/remedy.h"
#include "core/domain/base/result.h"

#include <QByteArray>

namespace lynceus {

/// What standard output or standard error is.
struct TerminalTraits
{
    bool isTerminal = false;
    bool colour = false; ///< a terminal that is not "dumb", and no NO_COLOR (https://no-color.org)
    int width = 80;      ///< columns now
    int height = 24;     ///< lines now
};

[[nodiscard]] TerminalTraits standardOutput();
[[nodiscard]] TerminalTraits standardError();

/// All of it, in one write where the system takes it. False if it could not be written; a reader who left
/// (`| head`) counts as written. Printers clean what they got from others (visibleLine()); what one of them forgets is
/// cleaned here by terminalOutput().
bool writeOutput(QByteArrayView bytes);
bool writeError(QByteArrayView bytes);
/// One line, with its line break: controls and what is hidden in @p text do not get through.
bool writeOutputLine(const QString &text);
bool writeErrorLine(const QString &text);

/// "lynceus: ASKED: MESSAGE". One line.
[[nodiscard]] QString errorLine(const Error &error);
/// The same for an error of a server: a stored instance's name in front, what to do about it at the end.
[[nodiscard]] QString errorLine(const Error &error, const WayToServer &way);
/// Those lines on standard error; they return how to exit.
ExitCode reportError(const Error &error);
ExitCode reportError(const Error &error, const WayToServer &way);
void reportWarning(const QString &message);

} // namespace lynceus
