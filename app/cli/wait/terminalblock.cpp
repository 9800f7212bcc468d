#include "app/cli/wait/terminalblock.h"

#include "app/cli/process/console.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kHideCursor = "\x1b[?25l"_L1;
constexpr auto kShowCursor = "\x1b[?25h"_L1;
constexpr auto kEraseBelow = "\x1b[J"_L1;

} // namespace

TerminalBlock::~TerminalBlock()
{
    if (m_isHidden)
        writeError(kShowCursor);
}

QString TerminalBlock::goingBack() const
{
    return m_drawn > 0 ? u"\r\x1b[%1A"_s.arg(m_drawn) : u"\r"_s;
}

void TerminalBlock::draw(const QStringList &lines)
{
    // One write, so that the terminal never shows a partial block.
    QString text = goingBack() + kEraseBelow;
    if (!std::exchange(m_isHidden, true))
        text += kHideCursor;
    for (const auto &line : lines)
        text += line + u'\n';
    writeError(text.toUtf8());
    m_drawn = lines.size();
}

void TerminalBlock::erase()
{
    if (m_drawn > 0)
        writeError((goingBack() + kEraseBelow).toUtf8());
    m_drawn = 0;
}

} // namespace lynceus
