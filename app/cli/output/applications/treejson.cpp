#include "app/cli/output/applications/inspectionjson.h"
#include "app/cli/output/applications/treeprinter.h"

namespace lynceus {

namespace {

OrderedJson nodeJson(const OutlineNode &node)
{
    OrderedJson json = toJson(node.key);
    json["health"] = toJson(nameOf(node.health.status));
    json["message"] = toJson(node.health.message);
    json["reason"] = toJson(node.reason);
    json["sync"] = node.sync ? toJson(nameOf(*node.sync)) : OrderedJson();
    json["hook"] = node.hook;
    json["images"] = toJson(node.images);
    json["pods"] = {{"ready", node.readyPods}, {"all", node.pods}};
    json["restarts"] = node.restarts;
    json["revision"] = node.revision ? OrderedJson(*node.revision) : OrderedJson();
    json["createdAt"] = toJson(node.createdAt);
    auto children = OrderedJson::array();
    for (const auto &child : node.children)
        children.push_back(nodeJson(child));
    json["resources"] = std::move(children);
    return json;
}

} // namespace

QByteArray treeJson(const Inspection &inspection)
{
    OrderedJson json;
    json["application"] = identityOf(inspection);
    json["health"] = toJson(nameOf(inspection.application->health.status));
    json["sync"] = toJson(nameOf(inspection.application->sync));
    auto resources = OrderedJson::array();
    if (inspection.tree) {
        for (const auto &root : outlineOf(*inspection.application, *inspection.tree))
            resources.push_back(nodeJson(root));
    }
    json["error"] = inspection.treeError ? toJson(inspection.treeError->message) : OrderedJson();
    json["resources"] = std::move(resources);
    return document(json);
}

} // namespace lynceus
