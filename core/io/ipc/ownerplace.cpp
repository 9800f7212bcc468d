#include "core/io/ipc/ownerplace.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestSocketPath = 107; // sun_path of Linux less its end mark; other systems have a little less

OwnerPlace placeIn(const QString &folder)
{
    return {folder + u"/owner.lock"_s, folder + u"/owner.socket"_s};
}

QString usualFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return runtime.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/lynceus/run"_s
        : runtime + u"/lynceus"_s;
}

Result<void> makeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return badInput(u"the folder %1 cannot be made"_s.arg(folder), folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

} // namespace

Result<QString> runtimeFolder()
{
    auto folder = usualFolder();
    return makeFolder(folder).transform([&folder] { return std::move(folder); });
}

Result<OwnerPlace> ownerPlaceIn(const QString &folder)
{
    if (const auto made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    auto place = placeIn(folder);
    if (QFile::encodeName(place.socket).size() > kLongestSocketPath)
        return badInput(u"%1 is too long for a socket; set XDG_RUNTIME_DIR to a shorter folder"_s.arg(place.socket),
                        folder);
    return place;
}

Result<OwnerPlace> ownerPlace()
{
    return ownerPlaceIn(usualFolder());
}

std::optional<OwnerPlace> ownerPlaceInUse()
{
    auto place = placeIn(usualFolder());
    return QFile::exists(place.socket) ? std::optional(std::move(place)) : std::nullopt;
}

} // namespace lynceus
