#include "core/io/store/database/storefolder.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lynceus {

QString storeFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/lynceus/store.db"_s;
}

QString cacheFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/lynceus/applications.db"_s;
}

Result<void> makeFolderOf(const QString &file)
{
    const auto folder = QFileInfo(file).absolutePath();
    if (QFileInfo(folder).isDir())
        return {};
    if (!QDir().mkpath(folder))
        return badInput(u"cannot create the folder %1: its parent must exist and be writable"_s.arg(
                            QDir::toNativeSeparators(folder)),
                        folder);
    // What runs where is confidential.
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

} // namespace lynceus
