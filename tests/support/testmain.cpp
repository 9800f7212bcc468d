#include "tests/support/testrun.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const lynceus::test::TestHome home;
    QCoreApplication application(argc, argv);
    return lynceus::test::runTests(argc, argv);
}
