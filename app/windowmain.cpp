#include "app/gui/startup/startwindow.h"
#include "core/domain/text/textlocale.h"
#include "core/engine/demo/demoscenario.h"
#include "core/engine/facade/localengine.h"
#include "core/io/process/hardening.h"

#include <cstdio>

using namespace lynceus;

/// `lynceus` starts this program for the window, with its own arguments: none, a link, an action, or "demo".
int main(int argc, char **argv)
{
    QLocale::setDefault(textLocale(QLocale::system())); // before anything is written
    hardenProcess();
    if (argc == 1 || qstrcmp(argv[1], "demo") != 0) {
        return startWindow(argc, argv, WindowKind::Usual, [](const Clock &clock) -> std::unique_ptr<Engine> {
            return std::make_unique<LocalEngine>(EngineSetup::usual(), clock);
        });
    }
    std::unique_ptr<DemoScenario> scenario; // outlives the engine that looks at it
    return startWindow(argc, argv, WindowKind::Demo, [&scenario](const Clock &clock) -> std::unique_ptr<Engine> {
        auto made = DemoScenario::make(clock);
        if (!made) {
            std::fprintf(stderr, "lynceus: %s\n", qPrintable(made.error().message));
            return nullptr;
        }
        scenario = *std::move(made);
        auto engine = std::make_unique<LocalEngine>(scenario->setup(), clock);
        scenario->registerWatchesIn(*engine);
        return engine;
    });
}
