#pragma once

#ifdef LYNCEUS_DBUS

#include "tests/support/privatebus.h"
#include "tests/support/virtualdisplay.h"

#include <QDBusConnection>
#include <QVariant>

namespace lynceus::test {

/// Runs the window in its own process on a virtual display, with the desktop's real tray, notifications and
/// accessibility bridge, and an in-memory engine. The destructor ends the process.
class PlayedWindow final
{
public:
    enum class Bridge { None, Accessibility };
    enum class Shows {
        Desktop, ///< the whole desktop, as described above
        Screens, ///< one screen at a time, opened by open(), without tray and notifications
    };
    PlayedWindow(PrivateBus &bus, const VirtualDisplay &display, Bridge bridge = Bridge::None,
                 Shows shows = Shows::Desktop);
    ~PlayedWindow();

    /// Clicks the window's close button.
    void close();
    [[nodiscard]] bool isVisible();
    /// Activates the window as a window manager does after a dialog closes; the virtual display has none.
    void activate();
    /// Presses a key on the focused widget or the popup above it.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// Creates the window again with one of the screens of tests/gui/accessibility/screens.h.
    void open(const QString &screen);
    /// For Shows::Screens: a unique name of the focused widget; empty if nothing has the focus.
    [[nodiscard]] QString focus();
    /// Whether the focused widget is a list or table with rows.
    [[nodiscard]] bool focusHasRows();
    /// Lets the watch that was created here fail, or a watch of the scene if none was.
    void fail();
    [[nodiscard]] bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// The output of the process, including the failures of its test.
    [[nodiscard]] QString output();
    [[nodiscard]] bool hasPassed();

private:
    QVariant ask(const QString &what, const QVariantList &arguments = {});

    QProcess m_process;
    QDBusConnection m_bus;
    QString m_output;
};

} // namespace lynceus::test

#endif
