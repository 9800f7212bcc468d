#pragma once

#include "core/domain/base/result.h"

namespace lynceus {

/// Whether the desktop starts Lynceus when the person signs in: an entry in $XDG_CONFIG_HOME/autostart, the one place
/// that all desktops read. The entry itself is the setting: switching it off in the desktop's own settings counts.
class Autostart final
{
public:
    /// @param folder $XDG_CONFIG_HOME/autostart, or a test's. @param program the absolute path to start.
    Autostart(QString folder, QString program);
    /// For this program, where it was started from (an AppImage: the image itself).
    [[nodiscard]] static Autostart ofThisProgram();

    /// Whether this system has a way that we know.
    [[nodiscard]] static bool isOffered();
    [[nodiscard]] bool isOn() const;
    /// BadInput: the entry cannot be written or removed, with the reason; nothing was changed.
    [[nodiscard]] Result<void> set(bool on) const;

private:
    [[nodiscard]] QString fileName() const;

    QString m_folder;
    QString m_program;
};

} // namespace lynceus
