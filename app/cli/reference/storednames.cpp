#include "app/cli/reference/storednames.h"

#include "core/io/readfile.h"
#include "core/io/settings/instancesfile.h"
#include "core/io/settings/instancesjson.h"
#include "core/io/settings/teamserversfile.h"
#include "core/io/store/applicationcache.h"
#include "core/io/store/database/storefolder.h"
#include "core/io/store/deployments/followstore.h"
#include "core/io/store/encoding/applicationblob.h"
#include "core/io/store/watchstore.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kFileCap = 4 * 1024 * 1024; // bytes, the same limit as in other readers of these files

std::vector<Instance> storedInstances()
{
    // Not through InstancesFile, which sets broken files aside.
    const auto bytes = readFile(InstancesFile::usualName(), kFileCap);
    const auto read = bytes ? instancesFromJson(*bytes) : tl::unexpected(bytes.error());
    return read ? read->instances : std::vector<Instance>();
}

} // namespace

StoredNames::~StoredNames() = default;

std::vector<Candidate> StoredNames::instances() const
{
    std::vector<Candidate> names;
    for (const auto &instance : storedInstances())
        names.push_back({instance.name, instance.baseUrl.toDisplayString()});
    return names;
}

std::vector<Candidate> StoredNames::applications() const
{
    ApplicationCache cache(cacheFile());
    if (!cache.openToRead())
        return {};
    QHash<QString, int> bearers; // number of applications with each name
    std::vector<std::pair<ApplicationKey, QString>> all;
    for (const auto &instance : storedInstances()) {
        const auto cached = cache.applications(instance.id);
        const auto entries = cached ? unpackApplications(instance.id, cached->blob) : std::nullopt;
        if (!entries)
            continue;
        for (const auto &entry : *entries) {
            ++bearers[entry.key.name];
            all.emplace_back(entry.key, instance.name);
        }
    }
    std::vector<Candidate> names;
    for (const auto &[key, instance] : all) {
        const auto whole = u"%1:%2/%3"_s.arg(instance, key.nameSpace, key.name);
        names.push_back(bearers.value(key.name) == 1 ? Candidate{key.name, instance} : Candidate{whole, {}});
    }
    return names;
}

std::vector<Candidate> StoredNames::watches() const
{
    const auto store = WatchStore::openToRead(storeFile());
    if (!store || !*store)
        return {};
    const auto board = (*store)->board();
    std::vector<Candidate> names;
    if (!board)
        return names;
    for (const auto &watch : *board)
        names.push_back({watch.record.id, watch.record.request.application.name});
    return names;
}

std::vector<Candidate> StoredNames::followRules() const
{
    const auto store = FollowStore::openToRead(storeFile());
    if (!store || !*store)
        return {};
    const auto rules = (*store)->rules();
    std::vector<Candidate> names;
    if (!rules)
        return names;
    for (const auto &rule : *rules)
        names.push_back({rule.name, {}});
    return names;
}

std::vector<Candidate> StoredNames::teamServers() const
{
    const auto bytes = readFile(teamServersFileBeside(InstancesFile::usualName()), kFileCap);
    const auto read = bytes ? teamServersFromJson(*bytes) : tl::unexpected(bytes.error());
    std::vector<Candidate> names;
    if (!read)
        return names;
    for (const auto &server : read->entries)
        names.push_back({server.place.name, server.place.baseUrl.toDisplayString()});
    return names;
}

} // namespace lynceus
