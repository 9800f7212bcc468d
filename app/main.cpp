#include "app/cli/process/hardening.h"
#include "app/cli/program.h"
#include "app/gui/shell/startwindow.h"
#include "core/domain/link/watchlink.h"
#include "core/engine/localengine.h"

int main(int argc, char **argv)
{
    using namespace lynceus;
    // A name alone opens the window, a link too; anything else that was typed is for the command line.
    if (argc > 1 && !(argc == 2 && isLink(QString::fromLocal8Bit(argv[1]))))
        return runCommandLine(argc, argv);
    hardenProcess();
    return startWindow(argc, argv, [](const Clock &clock) -> std::unique_ptr<Engine> {
        return std::make_unique<LocalEngine>(EngineSetup::usual(), clock);
    });
}
