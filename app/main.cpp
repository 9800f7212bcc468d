#include "app/cli/program.h"

int main(int argc, char **argv)
{
    return lynceus::runCommandLine(argc, argv);
}
