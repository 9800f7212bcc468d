#include "app/gui/startup/startwindow.h"

#include "app/gui/preferences/language.h"
#include "app/gui/shell/mainwindow.h"
#include "app/gui/startup/runwindow.h"
#include "app/gui/widgets/dialogs/plainmessagebox.h"
#include "app/gui/widgets/style/layoutdirection.h"
#include "core/engine/facade/engine.h"
#include "core/engine/owner/ownerservice.h"
#include "core/engine/owner/runningwatches.h"
#include "core/io/clock.h"
#include "core/io/desktop/desktop.h"
#include "core/io/desktop/display.h"
#include "core/io/ipc/ownership.h"
#include "core/io/log/filelogging.h"
#include "core/io/process/ownprogram.h"
#include "core/io/process/systemuser.h"
#include "core/io/settings/preferencesfile.h"
#include "core/io/settings/windowmemory.h"

#include <QApplication>
#include <QScreen>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCannot = 2;      // the exit code of the command line for "cannot run"
constexpr int kLeastDepth = 15; // bits per pixel; Qt 6 crashes when it paints with fewer

/// Why no window can be painted; empty if it can.
QString unusableScreen()
{
    const auto screens = QGuiApplication::screens();
    for (const auto *screen : screens) {
        if (screen->depth() < kLeastDepth)
            return u"the display has %1 bits per pixel, but the window requires at least 16"_s.arg(screen->depth());
    }
    return {};
}

/// The lock must outlive the engine: it is released only after the engine has written everything.
Result<std::unique_ptr<Ownership>> windowOwnership()
{
    return ownerPlace().map(
        [](const OwnerPlace &place) { return std::make_unique<Ownership>(place, nameOf(OwnerService::Role::Window)); });
}

/// Arguments shared by all windows that openOnce() opens.
struct Start
{
    const Clock &clock;
    WindowMemory &memory;
    DesktopSettings &desktop;
    QString preferences; ///< path of the file
    bool isDemo;
    const MakeEngine &makeEngine;
};

/// Runs one engine and its window until the window is closed. Sets @p watchesRun, unless the window could not be
/// opened.
int openOnce(QApplication &application, const Start &start, bool isAgain, bool &watchesRun)
{
    const auto ownership = start.isDemo ? Result<std::unique_ptr<Ownership>>(nullptr) : windowOwnership();
    if (!ownership) {
        std::fprintf(stderr, "lynceus: %s\n", qPrintable(ownership.error().message));
        return kCannot;
    }
    auto engine = start.makeEngine(start.clock);
    if (!engine)
        return kCannot;
    const RunningWatches running(*engine);
    const int code = runWindow(application,
                               {*engine, start.clock, start.memory, start.desktop, systemUser(), start.preferences,
                                ownership->get(), start.isDemo, isAgain});
    if (code != kCannot)
        watchesRun = running.count() > 0;
    engine.reset();
    if (!start.isDemo)
        (*ownership)->release();
    return code;
}

} // namespace

int startWindow(int argc, char **argv, WindowKind kind, const MakeEngine &makeEngine)
{
    if (const auto missing = missingDisplay(); !missing.isEmpty()) {
        std::fprintf(stderr, "lynceus: %s; \"lynceus --help\" lists the commands that do not need a display\n",
                     qPrintable(missing));
        return kCannot;
    }
    QApplication application(argc, argv);
    if (const auto trouble = unusableScreen(); !trouble.isEmpty()) {
        std::fprintf(stderr, "lynceus: %s; \"lynceus --help\" lists the commands that do not need a display\n",
                     qPrintable(trouble));
        return kCannot;
    }
    QCoreApplication::setApplicationName(u"lynceus"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LYNCEUS_VERSION));
    return openWindow(application, kind, makeEngine);
}

int openWindow(QApplication &application, WindowKind kind, const MakeEngine &makeEngine)
{
    const SystemClock clock;
    LogFile logFile(LogFile::usualName());
    std::optional<FileLogging> logging;
    if (kind != WindowKind::Demo)
        logging.emplace(logFile, logLevelOfEnvironment().value_or(LogLevel::Info), clock);
    const auto desktop = desktopSettings();
    const bool isDemo = kind == WindowKind::Demo;
    const QTemporaryDir demoFolder;
    WindowMemory memory(isDemo ? demoFolder.filePath(u"window.json"_s) : WindowMemory::standardFile());
    const auto preferences = isDemo ? demoFolder.filePath(u"preferences.json"_s) : PreferencesFile::usualName();
    const Start start{clock, memory, *desktop, preferences, isDemo, makeEngine};
    const auto system = QLocale::system();
    LanguageInUse inUse;
    int code = kOpenAgain;
    bool watchesRun = false;
    for (bool isAgain = false; code == kOpenAgain; isAgain = true) {
        // The demo starts in the language of the usual window.
        const auto chosen = storedPreferences(isDemo && !isAgain ? PreferencesFile::usualName() : preferences).language;
        const auto language = languageFor(chosen, system.uiLanguages());
        inUse.use(language, localeFor(language, system));
        applyDirection(Preferences::Direction::System); // until the window reads its settings
        code = openOnce(application, start, isAgain, watchesRun);
        if (code == kCannot && isAgain) // the user saw the window: standard error is not enough
            (new PlainMessageBox(
                 QMessageBox::Critical, u"Lynceus"_s, MainWindow::tr("The window could not be opened again."),
                 MainWindow::tr("Start Lynceus again. The new language is stored."), QMessageBox::Close, nullptr))
                ->exec();
    }
    if (!isDemo && watchesRun && storedPreferences(preferences).watchesGoOn)
        std::ignore = startOwnProgram({u"daemon"_s, u"--idle"_s, u"10m"_s});
    return code;
}

} // namespace lynceus
