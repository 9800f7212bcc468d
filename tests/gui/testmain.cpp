#include "app/gui/widgets/style/theme.h"
#include "tests/support/testrun.h"

#include <QApplication>
#include <QWidget>

namespace {

/// Lists and deletes windows that a test left open: they would take the focus and the shortcuts in the next test.
QStringList openWindows()
{
    QStringList names;
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (widget->parentWidget())
            continue; // deleted together with its parent
        names.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
        delete widget;
    }
    return names;
}

} // namespace

// The tests of the window need a QApplication; the linker takes this main instead of the common one.
int main(int argc, char **argv)
{
    const lynceus::test::TestHome home;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const lynceus::Theme theme;
    return lynceus::test::runTests(argc, argv, openWindows);
}
