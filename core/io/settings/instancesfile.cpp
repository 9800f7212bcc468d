#include "core/io/settings/instancesfile.h"

#include "core/io/settings/instancesjson.h"
#include "core/io/settings/listfile.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lynceus {

InstancesFile::InstancesFile(QString fileName)
    : m_fileName(std::move(fileName))
{ }

QString InstancesFile::usualName()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/lynceus/instances.json"_s;
}

Result<QString> InstancesFile::putAside(bool keepsFile) const
{
    return SettingsFile(m_fileName).putAside(keepsFile);
}

Result<StoredInstances> InstancesFile::read() const
{
    const SettingsFile file(m_fileName);
    if (!file.isThere())
        return StoredInstances();
    const auto bytes = file.content();
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto text = SettingsFile::isTooLarge(*bytes) ? Result<InstancesText>(badInput(SettingsFile::tooLargeText()))
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
    return SettingsFile(m_fileName).write(instancesToJson(instances));
}

Result<StoredInstances> InstancesFile::change(const Change &apply) const
{
    Result<StoredInstances> stored = StoredInstances();
    const auto done = SettingsFile(m_fileName).underLock([&]() -> Result<void> {
        stored = read();
        if (!stored)
            return tl::unexpected(stored.error());
        if (const auto applied = apply(stored->instances); !applied)
            return applied;
        return write(stored->instances);
    });
    if (!done)
        return tl::unexpected(done.error());
    return stored;
}

} // namespace lynceus
