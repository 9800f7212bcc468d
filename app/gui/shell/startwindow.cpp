#include "app/gui/shell/startwindow.h"

#include "app/gui/shell/runwindow.h"
#include "core/engine/engine.h"
#include "core/io/clock.h"
#include "core/io/desktop/desktop.h"
#include "core/io/desktop/display.h"
#include "core/io/settings/windowmemory.h"

#include <QApplication>

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

int startWindow(int argc, char **argv, const MakeEngine &makeEngine)
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
    WindowMemory memory(WindowMemory::standardFile());
    const auto engine = makeEngine(clock);
    return runWindow(application, {*engine, clock, memory, *desktop, systemUser()});
}

} // namespace lynceus
