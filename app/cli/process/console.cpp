#include "app/cli/process/console.h"

#include "core/domain/text/visibletext.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kUsualWidth = 80;  // columns, if unknown
constexpr int kUsualHeight = 24; // lines, if unknown
constexpr int kLeastWidth = 20;  // columns: narrower output is useless
constexpr int kMostWidth = 2000; // columns: limit for the variable COLUMNS

int widthOf(int descriptor)
{
    winsize size = {};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return std::clamp<int>(size.ws_col, kLeastWidth, kMostWidth);
    bool isNumber = false;
    const int columns = qEnvironmentVariableIntValue("COLUMNS", &isNumber);
    return isNumber ? std::clamp(columns, kLeastWidth, kMostWidth) : kUsualWidth;
}

int heightOf(int descriptor)
{
    winsize size = {};
    return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 ? size.ws_row : kUsualHeight;
}

TerminalTraits traitsOf(int descriptor)
{
    TerminalTraits traits;
    traits.isTerminal = ::isatty(descriptor) == 1;
    traits.colour = traits.isTerminal && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    traits.width = widthOf(descriptor);
    traits.height = heightOf(descriptor);
    return traits;
}

Writing writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto written = ::write(descriptor, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno == EAGAIN) { // made non-blocking by another process; a reader may be slow
            pollfd descriptors{descriptor, POLLOUT, 0};
            ::poll(&descriptors, 1, -1);
            continue;
        }
        if (written < 0)
            return errno == EPIPE ? Writing::Closed : Writing::Failed;
        bytes = bytes.sliced(written);
    }
    return Writing::Written;
}

} // namespace

TerminalTraits standardOutput()
{
    return traitsOf(STDOUT_FILENO);
}

TerminalTraits standardError()
{
    return traitsOf(STDERR_FILENO);
}

Writing streamOutput(QByteArrayView bytes)
{
    return writeAll(STDOUT_FILENO, terminalOutput(bytes));
}

bool writeOutput(QByteArrayView bytes)
{
    return streamOutput(bytes) != Writing::Failed;
}

bool writeError(QByteArrayView bytes)
{
    return writeAll(STDERR_FILENO, terminalOutput(bytes)) != Writing::Failed;
}

bool writeOutputLine(const QString &text)
{
    return writeOutput((visibleLine(text) + u'\n').toUtf8());
}

bool writeErrorLine(const QString &text)
{
    return writeError((visibleLine(text) + u'\n').toUtf8());
}

QString errorLine(const Error &error)
{
    auto line = u"lynceus: "_s;
    if (!error.asked.isEmpty() && !error.message.startsWith(error.asked))
        line += error.asked + u": "_s;
    return visibleLine(line + error.message);
}

QString errorLine(const Error &error, const WayToServer &way)
{
    auto named = error;
    if (!way.stored.isEmpty() && error.asked != way.stored)
        named.asked = error.asked.isEmpty() ? way.stored : way.stored + u": "_s + error.asked;
    auto line = errorLine(named);
    if (const auto remedy = remedyFor(error, way); !remedy.isEmpty())
        line += visibleLine(u"; "_s + remedy);
    return line;
}

ExitCode reportError(const Error &error)
{
    writeErrorLine(errorLine(error));
    return exitCodeOf(error.kind);
}

ExitCode reportError(const Error &error, const WayToServer &way)
{
    writeErrorLine(errorLine(error, way));
    return exitCodeOf(error.kind);
}

void reportWarning(const QString &message)
{
    writeErrorLine(u"lynceus: warning: "_s + message);
}

ExitCode reportUnwritten(const QString &effect)
{
    reportWarning(effect + u", but standard output could not be written"_s);
    return ExitCode::Usage;
}

} // namespace lynceus
