#include "core/domain/argocd/decoders/decodersmanifest_p.h"

namespace lynceus::detail {

using namespace Qt::StringLiterals;

namespace {

struct ManagedItem
{
    ManagedWorkload workload;
    std::string_view target; ///< string token in the answer; may be empty
    std::string_view live;
};

/// Argo CD writes "null" or nothing for a missing object.
bool isAbsent(std::string_view token)
{
    return token.empty() || token == "null" || token == R"("")" || token == R"("null")";
}

bool keepString(Json json, std::string_view &token)
{
    token = json.token();
    return isAbsent(token) || insideQuotes(token) || json.fail(u"is not a string"_s);
}

bool readItem(Json json, ManagedItem &item)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "targetState")
            return keepString(value, item.target);
        if (field == "liveState")
            return keepString(value, item.live);
        if (field == "hook")
            return value.read(item.workload.hook);
        return readKeyField(field, value, item.workload.key);
    });
}

} // namespace

bool readManagedItem(Json json, ManifestReader &reader, ManagedResources &resources)
{
    if (json.isNull())
        return json.fail(u"is not an object"_s);
    ManagedItem item;
    if (!readItem(json, item))
        return false;
    ++resources.items;
    resources.targetsEmpty = resources.targetsEmpty && isAbsent(item.target);

    auto &workload = item.workload;
    const auto readState = [&](std::string_view token, Manifest &manifest, std::string_view field) {
        if (isAbsent(token))
            return true;
        if (readManifest(*insideQuotes(token), reader, workload.key, manifest, json.reading()))
            return true;
        json.fault().broken = false; // the surrounding text is still valid
        json.fault().prepend(field);
        return false;
    };
    Manifest target;
    Manifest live;
    if (!readState(item.target, target, "targetState") || !readState(item.live, live, "liveState"))
        return false;
    if (!target.mentions.isEmpty() || !live.mentions.isEmpty())
        resources.mentions.push_back({workload.key, std::move(target.mentions), std::move(live.mentions)});
    if (!target.workload && !live.workload)
        return true;
    workload.target = std::move(target.workload);
    workload.live = std::move(live.workload);
    workload.liveGeneration = live.generation;
    resources.workloads.push_back(std::move(workload));
    return true;
}

} // namespace lynceus::detail
