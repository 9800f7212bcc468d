#pragma once

#include <QProcess>
#include <QProcessEnvironment>

namespace lynceus::test {

/// An X server without a screen: for what Qt's offscreen platform has not (tray, bridge to screen readers).
class VirtualDisplay final
{
public:
    /// @p screen: width, height and bits per pixel.
    explicit VirtualDisplay(const QString &screen = QStringLiteral("1280x900x24"));
    ~VirtualDisplay();
    VirtualDisplay(const VirtualDisplay &) = delete;
    VirtualDisplay &operator=(const VirtualDisplay &) = delete;

    [[nodiscard]] QString name() const { return m_name; } ///< ":99"; empty: there is none

    /// What a process needs to show its windows here, on the session bus at @p bus.
    [[nodiscard]] QProcessEnvironment environment(const QString &bus) const;

private:
    QProcess m_server;
    QString m_name;
};

/// Asks politely, then not.
void end(QProcess &process);

} // namespace lynceus::test
