#include "app/gui/shell/startwindow.h"

#include "app/gui/shell/runwindow.h"
#include "core/engine/engine.h"
#include "core/io/clock.h"
#include "core/io/desktop/desktop.h"
#include "core/io/desktop/display.h"
#include "core/io/settings/preferencesfile.h"
#include "core/io/settings/windowmemory.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QString systemUser()
{
    for (const auto *variable : {"USER", "LOGNAME", "USERNAME"}) {
        if (const auto name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

int startWindow(int argc, char **argv, WindowKind kind, const MakeEngine &makeEngine)
{
    if (const auto missing = missingDisplay(); !missing.isEmpty()) {
        std::fprintf(stderr, "lynceus: %s; \"lynceus --help\" lists what goes without one\n", qPrintable(missing));
        return 2;
    }
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"lynceus"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LYNCEUS_VERSION));
    const SystemClock clock;
    const auto desktop = desktopSettings();
    const bool isDemo = kind == WindowKind::Demo;
    const QTemporaryDir demoFolder;
    WindowMemory memory(isDemo ? demoFolder.filePath(u"window.json"_s) : WindowMemory::standardFile());
    const auto preferences = isDemo ? demoFolder.filePath(u"preferences.json"_s) : PreferencesFile::usualName();
    const auto engine = makeEngine(clock);
    if (!engine)
        return 2;
    return runWindow(application, {*engine, clock, memory, *desktop, systemUser(), preferences, isDemo});
}

} // namespace lynceus
