#include "core/io/writefile.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// A rename may reach the disk before the content.
bool isOnDisk(const QTemporaryFile &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return file.handle() >= 0;
#endif
}

} // namespace

Result<void> writeFile(const QString &fileName, const QByteArray &content)
{
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return badInput(u"%1 cannot be written: %2. Choose another location."_s.arg(fileName, file.errorString()),
                    fileName);
}

Result<void> writePrivateFile(const QString &fileName, const QByteArray &content)
{
    // Temporary files are private from the first byte on; a rename replaces a link itself.
    QTemporaryFile file(fileName + u".XXXXXX"_s);
    const bool isWritten = file.open() && file.write(content) == content.size() && file.flush() && isOnDisk(file);
    if (!isWritten)
        return badInput(u"%1 cannot be written: %2. Choose another location."_s.arg(fileName, file.errorString()),
                        fileName);
    const auto written = QFileInfo(file.fileName()).filesystemFilePath();
    file.close();
    std::error_code error;
    std::filesystem::rename(written, QFileInfo(fileName).filesystemFilePath(), error);
    if (error)
        return badInput(u"%1 cannot be written: %2. Choose another location."_s.arg(
                            fileName, QString::fromStdString(error.message())),
                        fileName);
    file.setAutoRemove(false);
    return {};
}

} // namespace lynceus
