#pragma once

#include "core/io/desktop/appearance.h"

#include <QObject>

namespace lynceus {

/// Appearance settings of the desktop, updated live. This base class has only defaults: for systems where Qt's palette
/// follows the system (macOS, Windows), or without a portal.
class DesktopSettings : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Last known settings. Defaults at first; appearanceChanged() usually follows within milliseconds.
    [[nodiscard]] const Appearance &appearance() const { return m_appearance; }

Q_SIGNALS:
    void appearanceChanged(const lynceus::Appearance &appearance);

protected:
    void take(const Appearance &appearance)
    {
        if (appearance == m_appearance)
            return;
        m_appearance = appearance;
        Q_EMIT appearanceChanged(m_appearance);
    }

private:
    Appearance m_appearance;
};

} // namespace lynceus
