#include "app/gui/widgets/style/theme.h"
#include "tests/support/testrun.h"

#include <QApplication>
#include <QWidget>

namespace {

/// A window that stays open would take the focus, or the shortcuts, of the next test's.
QStringList openWindows()
{
    QStringList names;
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (widget->parentWidget())
            continue; // a dialog goes with its window
        names.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
        delete widget;
    }
    return names;
}

} // namespace

// The tests of the window need an application that can show it; the linker takes this main instead of the common one.
int main(int argc, char **argv)
{
    const lynceus::test::TestHome home;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const lynceus::Theme theme;
    return lynceus::test::runTests(argc, argv, openWindows);
}
