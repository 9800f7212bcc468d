#include "app/cli/process/secretprompt.h"

#include "app/cli/process/console.h"
#include "core/domain/text/visibletext.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#else
#include <cstdio>
#endif

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kLongest = 4'096; // bytes; by default, Argo CD's passwords have 8 to 32 characters

#ifdef Q_OS_UNIX

/// Disables the terminal's echo; the destructor restores it.
class SilentTerminal final
{
public:
    SilentTerminal()
    {
        m_isTerminal = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_isTerminal)
            return;
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() { restore(); }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }
    void restore() const
    {
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before = {};
    bool m_isTerminal = false;
};

bool readByte(char &byte)
{
    return ::read(STDIN_FILENO, &byte, 1) == 1;
}

#else

class SilentTerminal final
{
public:
    [[nodiscard]] bool isTerminal() const { return false; }
    void restore() const { }
};

bool readByte(char &byte)
{
    return std::fread(&byte, 1, 1, stdin) == 1;
}

#endif

} // namespace

Result<Secret> secretFromInput(const QString &prompt, Interruption &interruption)
{
    QByteArray line;
    line.reserve(kLongest);
    {
        const SilentTerminal terminal;
        const Interruption::Blocked blocked(interruption, [&terminal] { terminal.restore(); });
        if (terminal.isTerminal())
            writeError(visibleLine(prompt).toUtf8());
        char byte = 0;
        while (line.size() < kLongest && readByte(byte) && byte != '\n')
            line.append(byte);
        if (terminal.isTerminal())
            writeError("\n");
    }
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return badInput(u"no password given; type it in the terminal, or pass it as one line on standard input"_s);
    return Secret(std::move(line));
}

} // namespace lynceus
