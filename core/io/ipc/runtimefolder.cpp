#include "core/io/ipc/runtimefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <sys/stat.h>
#include <unistd.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr mode_t kOthersMayWrite = S_IWGRP | S_IWOTH;
constexpr mode_t kOthersMayDoAnything = S_IRWXG | S_IRWXO;

/// Why others could write there; @p forbidden: permissions that they must not have.
QString whyShared(const QString &folder, mode_t forbidden)
{
    const auto shown = QDir::toNativeSeparators(folder);
    struct stat status
    { };
    // Not through a link, whose owner could redirect it.
    if (::lstat(QFile::encodeName(folder).constData(), &status) != 0)
        return u"%1 does not exist"_s.arg(shown);
    if (!S_ISDIR(status.st_mode))
        return u"%1 is not a folder (or is a link to one)"_s.arg(shown);
    if (status.st_uid != ::geteuid())
        return u"%1 belongs to another user"_s.arg(shown);
    if ((status.st_mode & forbidden) != 0)
        return u"other users have access to %1 (mode %2)"_s.arg(shown).arg(uint(status.st_mode & 07777U), 4, 8,
                                                                           QChar(u'0'));
    return {};
}

QString folderOfLogin()
{
    return u"/run/user/%1"_s.arg(::geteuid());
}

} // namespace

RuntimeFolder chosenRuntimeFolder()
{
    const auto given = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const auto login = given.isEmpty() ? folderOfLogin() : given;
    const bool isMissing = !QFileInfo::exists(login);
    const auto problem = isMissing ? QString() : whyShared(login, kOthersMayWrite);
    // A configured but missing folder is created; that of the login belongs to the system.
    if (problem.isEmpty() && !(isMissing && given.isEmpty()))
        return {login + u"/lynceus"_s, {}};
    return {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/lynceus/run"_s,
            given.isEmpty() ? QString() : u"XDG_RUNTIME_DIR is not used: %1"_s.arg(problem)};
}

QString whyNotOurs(const QString &folder)
{
    return whyShared(folder, kOthersMayDoAnything);
}

Result<void> makeOurFolder(const QString &folder)
{
    // mkdir() itself sets the mode, so that others never have access.
    QDir().mkpath(QFileInfo(folder).absolutePath());
    const auto name = QFile::encodeName(folder);
    ::mkdir(name.constData(), S_IRWXU);
    if (!QFileInfo::exists(folder))
        return badInput(u"cannot create the folder %1"_s.arg(folder), folder);
    if (whyShared(folder, 0).isEmpty())
        ::chmod(name.constData(), S_IRWXU);
    if (const auto problem = whyNotOurs(folder); !problem.isEmpty())
        return badInput(
            u"%1: move it away, or set XDG_RUNTIME_DIR to a folder that you own with mode 0700"_s.arg(problem), folder);
    return {};
}

} // namespace lynceus
