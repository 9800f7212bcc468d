#include "core/io/process/ownprogram.h"

#include "core/io/process/environment.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace lynceus {

QString ownProgram()
{
    const auto image = qEnvironmentVariable("APPIMAGE"); // its mounted inside is gone after the next start
    return image.isEmpty() ? QCoreApplication::applicationFilePath() : image;
}

bool startOwnProgram(const QStringList &arguments, const QString &token)
{
    auto environment = environmentForOurOwn(QProcessEnvironment::systemEnvironment());
    if (!token.isEmpty())
        environment.insert(u"XDG_ACTIVATION_TOKEN"_s, token);
    QProcess program;
    program.setProcessEnvironment(environment);
    program.setProgram(ownProgram());
    program.setArguments(arguments);
    program.setStandardInputFile(QProcess::nullDevice());
    program.setStandardOutputFile(QProcess::nullDevice());
    program.setStandardErrorFile(QProcess::nullDevice());
    return program.startDetached();
}

} // namespace lynceus
