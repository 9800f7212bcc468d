#pragma once

#include "core/domain/base/result.h"

namespace lynceus {

/// Whether the desktop starts Lynceus at login: an entry in $XDG_CONFIG_HOME/autostart, which all desktops read. The
/// entry is the only setting, so changes in the desktop's own settings apply.
class Autostart final
{
public:
    /// @param folder $XDG_CONFIG_HOME/autostart, or that of a test. @param program the absolute path to start.
    Autostart(QString folder, QString program);
    /// For the path of this program (for an AppImage: the image).
    [[nodiscard]] static Autostart ofThisProgram();

    /// Whether this system is supported.
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
