#include "app/cli/process/windowlauncher.h"
#include "app/cli/program.h"
#include "core/domain/text/textlocale.h"

#include <QLocale>

int main(int argc, char **argv)
{
    QLocale::setDefault(lynceus::textLocale(QLocale::system())); // before anything is written
    return lynceus::isForWindow(argc, argv) ? lynceus::launchWindow(argc, argv) : lynceus::runCommandLine(argc, argv);
}
