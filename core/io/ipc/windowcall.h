#pragma once

#include <QString>
#include <QStringList>

namespace lynceus {

/// How the window was started; a second start passes this to the first.
struct WindowCall
{
    QStringList arguments; ///< without the program name
    QString token;         ///< xdg-activation or startup id, lets the first window raise itself; may be empty

    friend bool operator==(const WindowCall &, const WindowCall &) = default;
};

// Arguments of the desktop entry's actions.
inline constexpr QLatin1StringView kNewWatchAction("--new-watch");
inline constexpr QLatin1StringView kShowBoardAction("--show-board");

[[nodiscard]] inline bool isWindowAction(QStringView argument)
{
    return argument == kNewWatchAction || argument == kShowBoardAction;
}

} // namespace lynceus
