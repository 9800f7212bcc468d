#include "app/cli/process/hardening.h"
#include "app/cli/program.h"
#include "app/gui/shell/startwindow.h"
#include "core/domain/base/textlocale.h"
#include "core/domain/link/watchlink.h"
#include "core/engine/demo/demoworld.h"
#include "core/engine/localengine.h"

#include <cstdio>

namespace {

using namespace lynceus;

/// A name alone opens the window, a link too, and "demo" one on built-in recordings; anything else that was typed is
/// for the command line.
bool isForWindow(int argc, char **argv)
{
    return argc == 1 || (argc == 2 && (isLink(QString::fromLocal8Bit(argv[1])) || qstrcmp(argv[1], "demo") == 0));
}

} // namespace

int main(int argc, char **argv)
{
    QLocale::setDefault(textLocale(QLocale::system())); // before anything is written
    if (!isForWindow(argc, argv))
        return runCommandLine(argc, argv);
    hardenProcess();
    if (argc == 1 || qstrcmp(argv[1], "demo") != 0) {
        return startWindow(argc, argv, WindowKind::Usual, [](const Clock &clock) -> std::unique_ptr<Engine> {
            return std::make_unique<LocalEngine>(EngineSetup::usual(), clock);
        });
    }
    std::unique_ptr<DemoWorld> world; // outlives the engine that looks at it
    return startWindow(argc, argv, WindowKind::Demo, [&world](const Clock &clock) -> std::unique_ptr<Engine> {
        auto made = DemoWorld::make(clock);
        if (!made) {
            std::fprintf(stderr, "lynceus: %s\n", qPrintable(made.error().message));
            return nullptr;
        }
        world = *std::move(made);
        auto engine = std::make_unique<LocalEngine>(world->setup(), clock);
        world->tellStoryTo(*engine);
        return engine;
    });
}
