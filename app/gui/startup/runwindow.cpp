#include "app/gui/startup/runwindow.h"

#include "app/gui/shell/mainwindow.h"
#include "app/gui/startup/desktopintegration.h"
#include "app/gui/tray/systemtray.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/style/theme.h"
#include "core/engine/owner/ownerservice.h"
#include "core/io/desktop/applicationservice.h"
#include "core/io/desktop/desktop.h"
#include "core/io/desktop/desktopidentity.h"
#include "core/io/ipc/ownership.h"
#include "core/io/process/interruption.h"
#include "core/io/process/ownprogram.h"

#include <QApplication>

#include <cstdio>
#include <optional>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCannot = 2; // same exit code as for the command line

/// The arguments with which this process opens its window.
WindowCall thisCall(bool isAgain)
{
    // The arguments were already handled.
    if (isAgain)
        return {};
    auto token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    if (token.isEmpty())
        token = qEnvironmentVariable("DESKTOP_STARTUP_ID");
    return {QCoreApplication::arguments().mid(1), token};
}

/// The window and its services, once it is certain that no other process has one.
struct OpenWindow
{
    explicit OpenWindow(const WindowParameters &parameters)
        : preferences(parameters.preferencesFile)
        , window(parameters)
        , integration(window,
                      {.engine = parameters.engine,
                       .clock = parameters.clock,
                       .preferences = preferences,
                       .notifications = *notifications,
                       .panel = panel,
                       .sleep = *sleep,
                       .theme = &theme,
                       .asksOnQuit = !parameters.isDemo})
    {
        theme.follow(parameters.desktop.appearance());
        QObject::connect(&parameters.desktop, &DesktopSettings::appearanceChanged, &theme, &Theme::follow);
        QObject::connect(&window, &MainWindow::demoAsked, &window, [this] {
            if (!startOwnProgram({u"demo"_s}))
                window.say(MainWindow::tr("The demo could not be started. Run lynceus demo in a terminal."));
        });
        window.say(trouble);
        // Widgets keep the texts from their construction: all must be recreated.
        QObject::connect(&preferences, &PreferencesFile::changed, &window,
                         [language = preferences.now().language](const Preferences &now) {
                             if (now.language != language)
                                 QMetaObject::invokeMethod(
                                     qApp, [] { QCoreApplication::exit(kOpenAgain); }, Qt::QueuedConnection);
                         });
        if (!parameters.ownership)
            return;
        service = std::make_unique<OwnerService>(parameters.engine, parameters.ownership->socket(),
                                                 OwnerService::Role::Window);
#ifdef LYNCEUS_DBUS
        activations = std::make_unique<ApplicationService>(QDBusConnection::sessionBus());
        QObject::connect(activations.get(), &ApplicationService::called, &integration, &DesktopIntegration::take);
#endif
    }

    Theme theme;
    PreferencesFile preferences;
    QString trouble = preferences.read();
    std::unique_ptr<DesktopNotifications> notifications = desktopNotifications();
    std::unique_ptr<SleepWatch> sleep = sleepWatch(SleepWatch::Wish::Report);
    SystemTray panel;
    MainWindow window;
    DesktopIntegration integration;
    std::unique_ptr<OwnerService> service;
#ifdef LYNCEUS_DBUS
    std::unique_ptr<ApplicationService> activations;
#endif
};

} // namespace

int runWindow(QApplication &application, const WindowParameters &parameters)
{
    QGuiApplication::setDesktopFileName(QString(kDesktopId));
    QGuiApplication::setWindowIcon(applicationIcon());
    const auto fail = [](const Error &error) {
        std::fprintf(stderr, "lynceus: %s\n", qUtf8Printable(error.message));
        QCoreApplication::exit(kCannot);
    };
    // On a signal (end of session, Ctrl+C) the window saves its state and starts the background service as usual.
    const Interruption interruption;
    QObject::connect(&interruption, &Interruption::interrupted, &application, &QCoreApplication::quit);
    std::optional<OpenWindow> open;
    std::vector<WindowCall> calls{thisCall(parameters.isAgain)}; // calls until the window is open
    const auto openIt = [&] {
        open.emplace(parameters);
        for (const auto &call : std::exchange(calls, {}))
            open->integration.take(call);
        // After the first paint: the window must not wait for files and keychain.
        QMetaObject::invokeMethod(&parameters.engine, &Engine::start, Qt::QueuedConnection);
    };
    if (!parameters.ownership) {
        openIt();
        return application.exec();
    }
    const auto place = windowPlace();
    if (!place) {
        fail(place.error());
        return kCannot;
    }
    SingleWindow single(*place);
    auto &ownership = *parameters.ownership;
    QObject::connect(&single, &SingleWindow::first, &ownership,
                     [&ownership] { ownership.take(Ownership::Wish::TakeOver); });
    QObject::connect(&ownership, &Ownership::owned, &application, openIt);
    QObject::connect(&ownership, &Ownership::failed, &application, fail);
    QObject::connect(&single, &SingleWindow::called, &application, [&](const WindowCall &call) {
        if (open)
            open->integration.take(call);
        else
            calls.push_back(call);
    });
    QObject::connect(&single, &SingleWindow::handedOver, &application, [] { QCoreApplication::exit(0); });
    QObject::connect(&single, &SingleWindow::failed, &application, fail);
    single.start(thisCall(parameters.isAgain));
    return application.exec();
}

} // namespace lynceus
