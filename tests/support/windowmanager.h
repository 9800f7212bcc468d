#pragma once

#include "tests/support/virtualdisplay.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace lynceus::test {

/// openbox on a virtual display, with what it comes with and nothing of the person's; ends with this.
class WindowManager final
{
public:
    explicit WindowManager(const VirtualDisplay &display);
    ~WindowManager();
    WindowManager(const WindowManager &) = delete;
    WindowManager &operator=(const WindowManager &) = delete;

    /// Title of the window that has the keyboard; "Openbox" if none has.
    [[nodiscard]] QString activeWindow() const;
    [[nodiscard]] bool waitForActive(const QString &title) const;
    /// As on a keyboard: "alt+F4". To the window manager first, else to the active window.
    void press(const QString &key) const;

private:
    /// What xdotool says; nothing if it failed.
    [[nodiscard]] QString ask(const QStringList &question) const;

    QProcess m_process;
};

} // namespace lynceus::test
