#include "core/io/settings/instancesfile.h"

#include "core/io/readfile.h"
#include "core/io/settings/instancesjson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kFileCap = 4 * 1024 * 1024;     // bytes: a thousand instances have half of one MiB
constexpr std::chrono::seconds kLockPatience{5}; // another process writes for some milliseconds
constexpr int kMostAside = 1000;                 // copies put aside, until somebody cleans up

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Error> about(const QString &fileName, const QString &what)
{
    return badInput(u"%1: %2"_s.arg(fileName, what));
}

Result<QByteArray> contentOf(const QString &fileName)
{
    if (const auto problem = whyNoFile(fileName); !problem.isEmpty())
        return badInput(u"%1: move it away"_s.arg(problem));
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return about(fileName, u"cannot be read: %1"_s.arg(file.errorString()));
    auto bytes = file.read(kFileCap + 1);
    if (file.error() != QFileDevice::NoError)
        return about(fileName, u"cannot be read: %1"_s.arg(file.errorString()));
    return bytes;
}

/// A name beside @p fileName that is free: "instances.json.aside-1".
QString freeName(const QString &fileName)
{
    for (int number = 1; number < kMostAside; ++number) {
        auto name = u"%1.aside-%2"_s.arg(fileName).arg(number);
        if (!QFileInfo::exists(name) && !QFileInfo(name).isSymLink())
            return name;
    }
    return {};
}

} // namespace

InstancesFile::InstancesFile(QString fileName)
    : m_fileName(std::move(fileName))
{ }

QString InstancesFile::usualName()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/lynceus/instances.json"_s;
}

Result<QString> InstancesFile::putAside(bool keepsFile) const
{
    const auto name = freeName(m_fileName);
    if (name.isEmpty())
        return about(m_fileName, u"cannot be renamed: too many older copies exist"_s);
    QFile file(m_fileName);
    if (keepsFile ? !file.copy(name) : !file.rename(name))
        return about(m_fileName, u"cannot be renamed to %1: %2"_s.arg(name, file.errorString()));
    return name;
}

Result<StoredInstances> InstancesFile::read() const
{
    if (!QFileInfo::exists(m_fileName) && !QFileInfo(m_fileName).isSymLink())
        return StoredInstances();
    const auto bytes = contentOf(m_fileName);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto text = bytes->size() > kFileCap
        ? Result<InstancesText>(badInput(u"it is larger than %1 MiB"_s.arg(kFileCap / (1024 * 1024))))
        : instancesFromJson(*bytes);
    if (text && text->faults.isEmpty())
        return StoredInstances{std::move(text->instances), {}};
    const auto aside = putAside(text.has_value());
    if (!aside)
        return tl::unexpected(aside.error());
    if (!text)
        return StoredInstances{{},
                               u"the instances in %1 were not loaded because %2; the file was kept as %3"_s.arg(
                                   m_fileName, text.error().message, *aside)};
    if (const auto written = write(text->instances); !written)
        return tl::unexpected(written.error());
    return StoredInstances{std::move(text->instances),
                           u"some instances in %1 were skipped (%2); the original file was kept as %3"_s.arg(
                               m_fileName, text->faults.join(u", "_s), *aside)};
}

Result<void> InstancesFile::write(const std::vector<Instance> &instances) const
{
    QSaveFile file(m_fileName);
    const auto bytes = instancesToJson(instances);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten)
        return about(m_fileName, u"cannot be written: %1; nothing was changed"_s.arg(file.errorString()));
    return {};
}

Result<StoredInstances> InstancesFile::change(const Change &apply) const
{
    const auto folder = QFileInfo(m_fileName).absolutePath();
    if (!QDir().mkpath(folder))
        return about(folder, u"cannot create this folder; nothing was changed"_s);
    QLockFile lock(m_fileName + u".lock"_s);
    if (!lock.tryLock(kLockPatience))
        return about(m_fileName,
                     lock.error() == QLockFile::LockFailedError
                         ? u"another Lynceus process is writing it; try again"_s
                         : u"its lock file cannot be created (is the folder writable?); nothing was changed"_s);
    auto stored = read();
    if (!stored)
        return stored;
    if (const auto applied = apply(stored->instances); !applied)
        return tl::unexpected(applied.error());
    if (const auto written = write(stored->instances); !written)
        return tl::unexpected(written.error());
    return stored;
}

} // namespace lynceus
