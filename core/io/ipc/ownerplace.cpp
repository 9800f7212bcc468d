#include "core/io/ipc/ownerplace.h"

#include "core/io/ipc/runtimefolder.h"
#include "core/io/store/database/storefolder.h"

#include <QFile>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

// Linux' sun_path without the terminating zero; other systems have slightly less.
constexpr qsizetype kLongestSocketPath = 107;

OwnerPlace placeIn(const QString &folder)
{
    const auto lock = folder + u"/owner.lock"_s;
    return {lock, lock, folder + u"/owner.socket"_s};
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

Result<OwnerPlace> ownerPlaceIn(const QString &folder)
{
    if (auto made = makeOurFolder(folder); !made)
        return tl::unexpected(made.error());
    auto place = placeIn(folder);
    if (QFile::encodeName(place.socket).size() > kLongestSocketPath)
        return badInput(u"%1 is too long for a socket; set XDG_RUNTIME_DIR to a shorter folder"_s.arg(place.socket),
                        folder);
    return place;
}

Result<OwnerPlace> ownerPlace()
{
    // A folder that cannot be created is no error here: the spare lock is used, and the store reports the problem.
    std::ignore = makeFolderOf(storeFile());
    return ownerPlaceIn(chosenRuntimeFolder().path).map(&withLockOfStore);
}

std::optional<OwnerPlace> ownerPlaceInUse()
{
    const auto folder = chosenRuntimeFolder().path;
    if (!whyNotOurs(folder).isEmpty())
        return std::nullopt;
    auto place = withLockOfStore(placeIn(folder));
    return QFile::exists(place.socket) ? std::optional(std::move(place)) : std::nullopt;
}

} // namespace lynceus
