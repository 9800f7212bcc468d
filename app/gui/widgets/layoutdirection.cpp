#include "app/gui/widgets/layoutdirection.h"

#include <QGuiApplication>

namespace lynceus {

void applyDirection(Preferences::Direction direction)
{
    switch (direction) {
    case Preferences::Direction::System:
        return QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
    case Preferences::Direction::LeftToRight:
        return QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    case Preferences::Direction::RightToLeft:
        return QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    }
}

} // namespace lynceus
