#pragma once

#include <QStringList>

namespace lynceus {

/// Lines on standard error that are redrawn in place with ECMA-48 sequences. Hides the cursor; the destructor shows it
/// again.
class TerminalBlock final
{
public:
    TerminalBlock() = default;
    TerminalBlock(const TerminalBlock &) = delete;
    TerminalBlock &operator=(const TerminalBlock &) = delete;
    ~TerminalBlock();

    /// Replaces what was drawn before. No line may be wider than the terminal.
    void draw(const QStringList &lines);
    /// Erases the lines.
    void erase();

private:
    [[nodiscard]] QString goingBack() const;

    qsizetype m_drawn = 0; ///< lines on the screen
    bool m_isHidden = false;
};

} // namespace lynceus
