#include "app/gui/widgets/layoutdirection.h"

#include <QGuiApplication>
#include <QLocale>

namespace lynceus {

void applyDirection(Preferences::Direction direction)
{
    switch (direction) {
    case Preferences::Direction::System:
        return QGuiApplication::setLayoutDirection(QLocale().textDirection()); // the default is that of the texts
    case Preferences::Direction::LeftToRight:
        return QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    case Preferences::Direction::RightToLeft:
        return QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    }
}

} // namespace lynceus
