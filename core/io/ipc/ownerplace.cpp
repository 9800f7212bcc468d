#include "core/io/ipc/ownerplace.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestSocketPath = 107; // sun_path of Linux less its end mark; other systems have a little less

} // namespace

Result<OwnerPlace> ownerPlaceIn(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return badInput(u"the folder %1 cannot be made"_s.arg(folder), folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    OwnerPlace place{folder + u"/owner.lock"_s, folder + u"/owner.socket"_s};
    if (QFile::encodeName(place.socket).size() > kLongestSocketPath)
        return badInput(u"%1 is too long for a socket; set XDG_RUNTIME_DIR to a shorter folder"_s.arg(place.socket),
                        folder);
    return place;
}

Result<OwnerPlace> ownerPlace()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString base = runtime.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/lynceus/run"_s
        : runtime + u"/lynceus"_s;
    return ownerPlaceIn(base);
}

} // namespace lynceus
