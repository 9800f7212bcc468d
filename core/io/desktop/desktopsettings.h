#pragma once

#include "core/io/desktop/appearance.h"

#include <QObject>

namespace lynceus {

/// What the desktop prefers, live. This one knows nothing and never changes: right where Qt's own palette follows the
/// system by itself (macOS, Windows) or nobody can be asked.
class DesktopSettings : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The newest that is known. Nothing is known at first: appearanceChanged() tells, usually within milliseconds.
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
