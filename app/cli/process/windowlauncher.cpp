#include "app/cli/process/windowlauncher.h"

#include "app/cli/exitcodes.h"
#include "core/domain/link/watchlink.h"
#include "core/io/ipc/windowcall.h"
#include "core/io/process/ownprogram.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <unistd.h>
#else
#include <QProcess>
#endif

namespace lynceus {

namespace {

QString pathOfWindow(int argc, char **argv)
{
    const QCoreApplication application(argc, argv); // determines the program's folder
    return windowProgram();
}

} // namespace

bool isForWindow(int argc, char **argv)
{
    if (argc == 1)
        return true;
    const auto first = QString::fromLocal8Bit(argv[1]);
    return argc == 2 && (isLink(first) || isWindowAction(first) || qstrcmp(argv[1], "demo") == 0);
}

int launchWindow(int argc, char **argv)
{
    const auto program = pathOfWindow(argc, argv);
    if (program.isEmpty()) {
        std::fprintf(stderr,
                     "lynceus: the window is not installed: install the package lynceus; \"lynceus --help\" "
                     "lists the commands\n");
        return int(ExitCode::Usage);
    }
#ifdef Q_OS_UNIX
    ::execv(qUtf8Printable(program), argv);
    std::fprintf(stderr, "lynceus: %s cannot be started: %s\n", qUtf8Printable(program), std::strerror(errno));
    return int(ExitCode::Usage);
#else
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    if (QProcess::startDetached(program, arguments))
        return int(ExitCode::Done);
    std::fprintf(stderr, "lynceus: %s cannot be started\n", qUtf8Printable(program));
    return int(ExitCode::Usage);
#endif
}

} // namespace lynceus
