#include "app/gui/shell/runwindow.h"

#include "app/gui/shell/mainwindow.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/theme.h"
#include "core/io/desktop/desktopsettings.h"

#include <QApplication>

namespace lynceus {

using namespace Qt::StringLiterals;

int runWindow(QApplication &application, const WindowParameters &parameters)
{
    QGuiApplication::setWindowIcon(glyphIcon("eye"_L1));
    Theme theme;
    theme.follow(parameters.desktop.appearance());
    QObject::connect(&parameters.desktop, &DesktopSettings::appearanceChanged, &theme, &Theme::follow);
    MainWindow window(parameters);
    window.show();
    // After the first picture: the window must not wait for files and keychain.
    QMetaObject::invokeMethod(&parameters.engine, &Engine::start, Qt::QueuedConnection);
    return application.exec();
}

} // namespace lynceus
