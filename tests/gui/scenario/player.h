#pragma once

#ifdef LYNCEUS_DBUS

#include "tests/support/privatebus.h"
#include "tests/support/virtualdisplay.h"

#include <QDBusConnection>
#include <QVariant>

namespace lynceus::test {

/// The window in a process of its own on a virtual display, with the desktop's real tray, notifications and bridge to
/// screen readers, over an engine in memory. Ends with this.
class PlayedWindow final
{
public:
    enum class Bridge { None, Accessibility };
    enum class Shows {
        Desktop, ///< as described above
        Screens, ///< one after the other, by open(); no tray, no notifications
    };
    PlayedWindow(PrivateBus &bus, const VirtualDisplay &display, Bridge bridge = Bridge::None,
                 Shows shows = Shows::Desktop);
    ~PlayedWindow();

    /// As the window's own close button.
    void close();
    [[nodiscard]] bool isVisible();
    /// As a window manager does when a dialog closes: the virtual display has none.
    void activate();
    /// On what has the focus, or has popped up over it.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// The window anew, with one of the screens of tests/gui/accessibility/screens.h.
    void open(const QString &screen);
    /// Of Shows::Screens: what has the focus, a name for it that is its own; empty: nothing.
    [[nodiscard]] QString focus();
    /// It is a list or a table with rows.
    [[nodiscard]] bool focusHasRows();
    /// The watch that was made here fails; one of the scene if none was.
    void fail();
    [[nodiscard]] bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// What it printed, with the failures of its own test.
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
