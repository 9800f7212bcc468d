#include "core/io/process/ownprogram.h"

#include "core/io/process/environment.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Named as in CMakeLists.txt. In the build folder they are in the same folder.
constexpr auto kProgram = "lynceus"_L1;
constexpr auto kWindowProgram = "lynceus-window"_L1;

#ifdef Q_OS_WIN
constexpr auto kSuffix = ".exe"_L1;
#else
constexpr auto kSuffix = ""_L1;
#endif

} // namespace

QString programIn(const QString &folder, const QString &sibling, const QString &name)
{
    for (const auto &place : {folder, QDir(folder).filePath(u"../"_s + sibling)}) {
        const QFileInfo program(place, name);
        if (program.isFile() && program.isExecutable())
            return QDir::cleanPath(program.absoluteFilePath());
    }
    return {};
}

QString ownProgram()
{
    const auto image = qEnvironmentVariable("APPIMAGE"); // the mounted path of an AppImage is gone after the next start
    if (!image.isEmpty())
        return image;
    const QFileInfo self(QCoreApplication::applicationFilePath());
    if (self.completeBaseName() != kWindowProgram)
        return self.filePath();
    return programIn(self.path(), QStringLiteral(LYNCEUS_BINDIR), kProgram + kSuffix);
}

QString windowProgram()
{
    return programIn(QCoreApplication::applicationDirPath(), QStringLiteral(LYNCEUS_LIBEXECDIR),
                     kWindowProgram + kSuffix);
}

ProgramCall outsideOfService(const ProgramCall &call, const QString &token, const QProcessEnvironment &environment,
                             qint64 process)
{
    // systemd.exec(5): contains the number of the process that the manager started; its children have other numbers.
    if (environment.value(u"SYSTEMD_EXEC_PID"_s) != QString::number(process))
        return call;
    QStringList arguments{u"--user"_s, u"--collect"_s, u"--quiet"_s};
    if (!token.isEmpty())
        arguments += u"--setenv=XDG_ACTIVATION_TOKEN="_s + token;
    constexpr auto kLog = "LYNCEUS_LOG"_L1;
    if (environment.contains(kLog))
        arguments += u"--setenv=%1=%2"_s.arg(kLog, environment.value(kLog));
    arguments += {u"--"_s, call.program};
    return {u"systemd-run"_s, arguments + call.arguments};
}

bool startOwnProgram(const QStringList &arguments, const QString &token)
{
    auto environment = environmentForOurOwn(QProcessEnvironment::systemEnvironment());
    if (!token.isEmpty())
        environment.insert(u"XDG_ACTIVATION_TOKEN"_s, token);
    const auto start = [&environment](const ProgramCall &call) {
        QProcess program;
        program.setProcessEnvironment(environment);
        program.setProgram(call.program);
        program.setArguments(call.arguments);
        program.setStandardInputFile(QProcess::nullDevice());
        program.setStandardOutputFile(QProcess::nullDevice());
        program.setStandardErrorFile(QProcess::nullDevice());
        return program.startDetached();
    };
    const ProgramCall own{ownProgram(), arguments};
    const auto outside =
        outsideOfService(own, token, QProcessEnvironment::systemEnvironment(), QCoreApplication::applicationPid());
    return start(outside) || (outside != own && start(own));
}

} // namespace lynceus
