#pragma once

#include <QProcess>
#include <QProcessEnvironment>

namespace lynceus::test {

/// An X server without a screen, for features that Qt's offscreen platform lacks (tray, accessibility bridge).
class VirtualDisplay final
{
public:
    /// @p screen: width, height and bits per pixel.
    explicit VirtualDisplay(const QString &screen = QStringLiteral("1280x900x24"));
    ~VirtualDisplay();
    VirtualDisplay(const VirtualDisplay &) = delete;
    VirtualDisplay &operator=(const VirtualDisplay &) = delete;

    [[nodiscard]] QString name() const { return m_name; } ///< ":99"; empty: there is none

    /// The environment for a process with windows here, on the session bus at @p bus.
    [[nodiscard]] QProcessEnvironment environment(const QString &bus) const;

private:
    QProcess m_server;
    QString m_name;
};

/// Terminates the process, then kills it.
void end(QProcess &process);

} // namespace lynceus::test
