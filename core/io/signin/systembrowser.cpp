#include "core/io/signin/systembrowser.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// The opener with its arguments before the link.
QStringList openerCommand()
{
#if defined(Q_OS_MACOS)
    return {u"/usr/bin/open"_s};
#elif defined(Q_OS_WIN)
    return {u"rundll32.exe"_s, u"url.dll,FileProtocolHandler"_s};
#else
    return {u"xdg-open"_s};
#endif
}

} // namespace

QProcessEnvironment withoutSecrets(QProcessEnvironment environment)
{
    const auto names = environment.keys();
    for (const auto &name : names) {
        if (name.startsWith("ARGOCD_"_L1) || name.startsWith("LYNCEUS_"_L1))
            environment.remove(name);
    }
    return environment;
}

QString browserOpener()
{
    return QStandardPaths::findExecutable(openerCommand().front());
}

bool SystemBrowser::open(const QUrl &link)
{
    // Web pages only: for other schemes, an opener would start a program.
    if (link.scheme() != "https"_L1 && link.scheme() != "http"_L1)
        return false;
    auto command = openerCommand();
    QProcess opener;
    opener.setProgram(command.takeFirst());
    opener.setArguments(command << QString::fromLatin1(link.toEncoded()));
    opener.setProcessEnvironment(withoutSecrets(QProcessEnvironment::systemEnvironment()));
    opener.setStandardOutputFile(QProcess::nullDevice());
    opener.setStandardErrorFile(QProcess::nullDevice());
    opener.setStandardInputFile(QProcess::nullDevice());
    return opener.startDetached();
}

bool NoBrowser::open(const QUrl &link)
{
    Q_UNUSED(link);
    return false;
}

} // namespace lynceus
