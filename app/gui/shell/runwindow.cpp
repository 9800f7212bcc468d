#include "app/gui/shell/runwindow.h"

#include "app/gui/shell/desktopface.h"
#include "app/gui/shell/mainwindow.h"
#include "app/gui/tray/systemtray.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/theme.h"
#include "core/io/desktop/desktop.h"
#include "core/io/desktop/desktopidentity.h"

#include <QApplication>

#include <cstdio>
#include <optional>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCannot = 2; // as the command line says it

/// How this process was asked for its window.
WindowCall thisCall()
{
    auto token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    if (token.isEmpty())
        token = qEnvironmentVariable("DESKTOP_STARTUP_ID");
    return {QCoreApplication::arguments().mid(1), token};
}

/// The window and what belongs to it, from the moment when it is known that there is no other.
struct OpenWindow
{
    explicit OpenWindow(const WindowParameters &parameters)
        : preferences(parameters.preferencesFile)
        , window(parameters)
        , face(window, {parameters.engine, parameters.clock, preferences, *notifications, panel, *sleep})
    {
        theme.follow(parameters.desktop.appearance());
        QObject::connect(&parameters.desktop, &DesktopSettings::appearanceChanged, &theme, &Theme::follow);
        window.say(trouble);
    }

    Theme theme;
    PreferencesFile preferences;
    QString trouble = preferences.read();
    std::unique_ptr<DesktopNotifications> notifications = desktopNotifications();
    std::unique_ptr<SleepWatch> sleep = sleepWatch();
    SystemTray panel;
    MainWindow window;
    DesktopFace face;
};

} // namespace

int runWindow(QApplication &application, const WindowParameters &parameters)
{
    QGuiApplication::setDesktopFileName(QString(kDesktopId));
    QGuiApplication::setWindowIcon(glyphIcon("eye"_L1));
    const auto fail = [](const Error &error) {
        std::fprintf(stderr, "lynceus: %s\n", qUtf8Printable(error.message));
        QCoreApplication::exit(kCannot);
    };
    std::optional<OpenWindow> open;
    const auto openIt = [&open, &parameters] {
        open.emplace(parameters);
        open->face.take(thisCall());
        // After the first picture: the window must not wait for files and keychain.
        QMetaObject::invokeMethod(&parameters.engine, &Engine::start, Qt::QueuedConnection);
    };
    if (parameters.isDemo) {
        openIt();
        return application.exec();
    }
    const auto place = windowPlace();
    if (!place) {
        fail(place.error());
        return kCannot;
    }
    SingleWindow single(*place);
    QObject::connect(&single, &SingleWindow::first, &application, openIt);
    QObject::connect(&single, &SingleWindow::called, &application,
                     [&open](const WindowCall &call) { open->face.take(call); });
    QObject::connect(&single, &SingleWindow::handedOver, &application, [] { QCoreApplication::exit(0); });
    QObject::connect(&single, &SingleWindow::failed, &application, fail);
    single.start(thisCall());
    return application.exec();
}

} // namespace lynceus
