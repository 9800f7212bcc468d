#pragma once

#include "tests/support/virtualdisplay.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace lynceus::test {

/// openbox on a virtual display with its default settings; the destructor ends it.
class WindowManager final
{
public:
    explicit WindowManager(const VirtualDisplay &display);
    ~WindowManager();
    WindowManager(const WindowManager &) = delete;
    WindowManager &operator=(const WindowManager &) = delete;

    /// Title of the focused window; "Openbox" if there is none.
    [[nodiscard]] QString activeWindow() const;
    [[nodiscard]] bool waitForActive(const QString &title) const;
    /// Sends keys, for example "alt+F4", to the window manager first, otherwise to the active window.
    void press(const QString &key) const;

private:
    /// The output of xdotool; empty if it failed.
    [[nodiscard]] QString ask(const QStringList &question) const;

    QProcess m_process;
};

} // namespace lynceus::test
