#include "app/cli/process/console.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kUsualWidth = 80;  // columns, where nobody says it
constexpr int kUsualHeight = 24; // lines, where nobody says it
constexpr int kLeastWidth = 20;  // columns: below it nothing sensible fits
constexpr int kMostWidth = 2000; // columns: COLUMNS may say anything

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

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto written = ::write(descriptor, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno == EAGAIN) { // somebody who shares it made it so; a reader may be slow
            pollfd descriptors{descriptor, POLLOUT, 0};
            ::poll(&descriptors, 1, -1);
            continue;
        }
        if (written < 0)
            return errno == EPIPE;
        bytes = bytes.sliced(written);
    }
    return true;
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

bool writeOutput(QByteArrayView bytes)
{
    return writeAll(STDOUT_FILENO, bytes);
}

bool writeError(QByteArrayView bytes)
{
    return writeAll(STDERR_FILENO, bytes);
}

QString errorLine(const Error &error)
{
    auto line = u"lynceus: "_s;
    if (!error.asked.isEmpty() && !error.message.startsWith(error.asked))
        line += error.asked + u": "_s;
    return printable(line + error.message);
}

QString errorLine(const Error &error, const WayToServer &way)
{
    auto named = error;
    if (!way.stored.isEmpty() && error.asked != way.stored)
        named.asked = error.asked.isEmpty() ? way.stored : way.stored + u": "_s + error.asked;
    auto line = errorLine(named);
    if (const auto remedy = remedyFor(error, way); !remedy.isEmpty())
        line += printable(u"; "_s + remedy);
    return line;
}

ExitCode reportError(const Error &error)
{
    writeError((errorLine(error) + u'\n').toUtf8());
    return exitCodeOf(error.kind);
}

ExitCode reportError(const Error &error, const WayToServer &way)
{
    writeError((errorLine(error, way) + u'\n').toUtf8());
    return exitCodeOf(error.kind);
}

void reportWarning(const QString &message)
{
    writeError((printable(u"lynceus: warning: "_s + message) + u'\n').toUtf8());
}

QString printable(const QString &text)
{
    // C0, DEL and C1: the latter are escape sequences too, for terminals that take 8-bit controls.
    const auto isControl = [](QChar c) { return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0); };
    QString clean = text;
    std::ranges::replace_if(clean, isControl, QChar(u' '));
    return clean;
}

} // namespace lynceus
