#pragma once

#include <QString>
#include <QStringList>

namespace lynceus {

/// How somebody started the window: what a second start hands over to the first.
struct WindowCall
{
    QStringList arguments; ///< without the program's name
    QString token;         ///< xdg-activation or startup id: lets the first window raise itself; may be empty

    friend bool operator==(const WindowCall &, const WindowCall &) = default;
};

// Arguments that the actions of the desktop entry give to the window.
inline constexpr QLatin1StringView kNewWatchAction("--new-watch");
inline constexpr QLatin1StringView kShowBoardAction("--show-board");

[[nodiscard]] inline bool isWindowAction(QStringView argument)
{
    return argument == kNewWatchAction || argument == kShowBoardAction;
}

} // namespace lynceus
