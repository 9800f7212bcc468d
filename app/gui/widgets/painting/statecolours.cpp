#include "app/gui/widgets/painting/statecolours.h"

namespace lynceus {

StateColours stateColours(StateRole role, bool dark)
{
    switch (role) {
    case StateRole::Good:
        return dark ? StateColours{QColor(0x4cc38a), QColor(0x173327)}
                    : StateColours{QColor(0x147a52), QColor(0xe1f4eb)};
    case StateRole::Working:
        return dark ? StateColours{QColor(0x5bb8f0), QColor(0x14303f)}
                    : StateColours{QColor(0x0b6fae), QColor(0xe0f0fa)};
    case StateRole::Bad:
        return dark ? StateColours{QColor(0xff8078), QColor(0x3d1f1e)}
                    : StateColours{QColor(0xb3261e), QColor(0xfbe6e4)};
    case StateRole::Held:
        return dark ? StateColours{QColor(0xe5b454), QColor(0x3a2e14)}
                    : StateColours{QColor(0x8a5a00), QColor(0xfdf1d8)};
    case StateRole::Neutral:
        return dark ? StateColours{QColor(0x98a2ae), QColor(0x2a2f36)}
                    : StateColours{QColor(0x5e6773), QColor(0xeceef1)};
    }
    Q_UNREACHABLE();
}

bool isDark(const QColor &window)
{
    return window.lightness() < 128; // half of 255
}

} // namespace lynceus
