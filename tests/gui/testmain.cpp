#include "app/gui/widgets/theme.h"
#include "tests/support/testrun.h"

#include <QApplication>

// The tests of the window need an application that can show it; the linker takes this main instead of the common one.
int main(int argc, char **argv)
{
    const lynceus::test::TestHome home;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const lynceus::Theme theme;
    return lynceus::test::runTests(argc, argv);
}
