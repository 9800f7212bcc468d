#include "app/cli/watches/storedwatches.h"

#include "core/io/settings/instancesfile.h"
#include "core/io/store/database/storefolder.h"

using namespace Qt::StringLiterals;

namespace lynceus {

Result<StoredWatches> StoredWatches::open()
{
    StoredWatches watches;
    auto store = WatchStore::openToRead(storeFile());
    if (!store)
        return tl::unexpected(store.error());
    watches.m_store = *std::move(store);
    return watches;
}

Result<std::vector<WatchRecord>> StoredWatches::board()
{
    std::vector<WatchRecord> records;
    if (!m_store)
        return records;
    auto stored = m_store->board();
    if (!stored)
        return tl::unexpected(stored.error());
    for (auto &watch : *stored)
        records.push_back(std::move(watch.record));
    return records;
}

Result<StoredWatch> StoredWatches::watch(const QString &id)
{
    if (m_store) {
        auto stored = m_store->watch(id);
        if (!stored)
            return tl::unexpected(stored.error());
        if (*stored)
            return std::move(**stored);
    }
    return tl::unexpected(notFound(id));
}

Error StoredWatches::notFound(const QString &id)
{
    return {Error::Kind::NotFound, id,
            u"no such watch; list watches with \"lynceus watch list\" and \"lynceus history\""_s};
}

Result<std::vector<WatchRecord>> StoredWatches::history(const HistoryQuery &query)
{
    return m_store ? m_store->history(query) : std::vector<WatchRecord>{};
}

Result<std::vector<WatchRecord>> StoredWatches::pastOf(const ApplicationKey &application, int limit)
{
    return m_store ? m_store->pastOf(application, limit) : std::vector<WatchRecord>{};
}

Result<int> StoredWatches::countHistory(const HistoryQuery &query)
{
    return m_store ? m_store->countHistory(query) : Result<int>(0);
}

QString StoredWatches::unreadableNotice() const
{
    return m_store && m_store->unreadable() > 0 ? m_store->unreadableNotice() : QString();
}

InstanceNames storedInstanceNames()
{
    InstanceNames instances;
    if (const auto stored = InstancesFile(InstancesFile::usualName()).read()) {
        for (const auto &instance : stored->instances) {
            instances.names.insert(instance.id, instance.name);
            instances.baseUrls.insert(instance.id, instance.baseUrl);
        }
    }
    return instances;
}

QString instanceIdOf(const InstanceNames &instances, const QString &name)
{
    for (auto known = instances.names.begin(); known != instances.names.end(); ++known) {
        if (known.value().compare(name, Qt::CaseInsensitive) == 0)
            return known.key();
    }
    return name;
}

} // namespace lynceus
