#include "core/io/ipc/ownerplace.h"

#include "core/io/ipc/runtimefolder.h"
#include "core/io/store/database/storefolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

// Linux' sun_path without the terminating zero; other systems have slightly less.
constexpr qsizetype kLongestSocketPath = 107;

constexpr qsizetype kHashLength = 16; // characters of the name of a data folder

/// XDG_DATA_HOME; empty if it is not set, not used on this system, or names the default folder.
QString chosenDataFolder()
{
    const auto chosen = QDir::cleanPath(qEnvironmentVariable("XDG_DATA_HOME"));
    const auto used = QDir::cleanPath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    const bool isDefault = chosen != used || chosen == QDir::cleanPath(QDir::homePath() + u"/.local/share"_s);
    return isDefault ? QString() : chosen;
}

/// "owner", and "owner-2f6c18a0b3d94e57" for a chosen data folder.
QString nameFor(const QString &dataFolder)
{
    if (dataFolder.isEmpty())
        return u"owner"_s;
    // Two paths of one folder name one store.
    const auto canonical = QFileInfo(dataFolder).canonicalFilePath();
    const auto path = QFile::encodeName(canonical.isEmpty() ? QDir::cleanPath(dataFolder) : canonical);
    const auto hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(kHashLength);
    return u"owner-"_s + QString::fromLatin1(hash);
}

OwnerPlace placeIn(const QString &folder, const QString &dataFolder)
{
    const auto start = folder + u'/' + nameFor(dataFolder);
    const auto lock = start + u".lock"_s;
    return {lock, lock, start + u".socket"_s};
}

OwnerPlace withLockOfStore(OwnerPlace place)
{
    place.lockFile = storeFile() + u".lock"_s;
    return place;
}

} // namespace

Result<QString> runtimeFolder()
{
    auto folder = chosenRuntimeFolder().path;
    return makeOurFolder(folder).map([&folder] { return std::move(folder); });
}

Result<OwnerPlace> ownerPlaceIn(const QString &folder, const QString &dataFolder)
{
    if (auto made = makeOurFolder(folder); !made)
        return tl::unexpected(made.error());
    auto place = placeIn(folder, dataFolder);
    if (QFile::encodeName(place.socket).size() > kLongestSocketPath)
        return badInput(u"%1 is too long for a socket; set XDG_RUNTIME_DIR to a shorter folder"_s.arg(place.socket),
                        folder);
    return place;
}

Result<OwnerPlace> ownerPlace()
{
    // A folder that cannot be created is no error here: the spare lock is used, and the store reports the problem.
    std::ignore = makeFolderOf(storeFile());
    return ownerPlaceIn(chosenRuntimeFolder().path, chosenDataFolder()).map(&withLockOfStore);
}

Result<OwnerPlace> windowPlace()
{
    const auto owner = ownerPlace();
    if (!owner)
        return owner;
    return ownerPlaceIn(QFileInfo(owner->socket).absolutePath() + u"/window"_s, chosenDataFolder());
}

std::optional<OwnerPlace> ownerPlaceInUse()
{
    const auto folder = chosenRuntimeFolder().path;
    if (!whyNotOurs(folder).isEmpty())
        return std::nullopt;
    auto place = withLockOfStore(placeIn(folder, chosenDataFolder()));
    return QFile::exists(place.socket) ? std::optional(std::move(place)) : std::nullopt;
}

} // namespace lynceus
