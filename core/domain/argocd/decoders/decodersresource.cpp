#include "core/domain/argocd/decoders/decodersread_p.h"

namespace lynceus::detail {

bool readHealth(Json json, Health &health)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "message")
            return value.readWords(health.message);
        if (field != "status")
            return true;
        QString word;
        const bool read = value.read(word);
        health.status = healthStatusFrom(word);
        return read;
    });
}

bool readSyncStatus(Json json, SyncStatus &status)
{
    QString word;
    const bool read = json.read(word);
    status = syncStatusFrom(word);
    return read;
}

bool readKeyField(std::string_view field, Json json, ResourceKey &key)
{
    if (field == "group")
        return json.read(key.group);
    if (field == "kind")
        return json.read(key.kind);
    if (field == "namespace")
        return json.read(key.nameSpace);
    if (field == "name")
        return json.read(key.name);
    return true;
}

bool readManagedResourceStatus(Json json, ManagedResourceStatus &resource)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "status")
            return readSyncStatus(value, resource.sync);
        if (field == "health")
            return readHealth(value, resource.health);
        if (field == "hook")
            return value.read(resource.hook);
        if (field == "requiresPruning")
            return value.read(resource.requiresPruning);
        if (field == "syncWave")
            return value.read(resource.syncWave);
        return readKeyField(field, value, resource.key);
    });
}

} // namespace lynceus::detail
