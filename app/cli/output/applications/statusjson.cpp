#include "app/cli/output/applications/causejson.h"
#include "app/cli/output/applications/inspectionjson.h"
#include "app/cli/output/applications/statusprinter.h"

namespace lynceus {

namespace {

OrderedJson operationJson(const std::optional<OperationState> &operation)
{
    if (!operation)
        return {};
    OrderedJson json;
    json["phase"] = toJson(nameOf(operation->phase));
    json["message"] = toJson(operation->message);
    json["startedAt"] = toJson(operation->startedAt);
    json["finishedAt"] = toJson(operation->finishedAt);
    json["retryCount"] = operation->retryCount;
    json["initiatedBy"] = toJson(operation->initiatedBy);
    json["automated"] = operation->automated;
    return json;
}

OrderedJson conditionsJson(const std::vector<ApplicationCondition> &conditions)
{
    auto array = OrderedJson::array();
    for (const auto &condition : conditions) {
        OrderedJson json;
        json["type"] = toJson(condition.type);
        json["message"] = toJson(condition.message);
        json["since"] = toJson(condition.since);
        array.push_back(std::move(json));
    }
    return array;
}

OrderedJson resourcesJson(const std::vector<ManagedResourceStatus> &resources)
{
    auto array = OrderedJson::array();
    for (const auto &resource : resources) {
        auto json = toJson(resource.key);
        json["sync"] = toJson(nameOf(resource.sync));
        json["health"] = toJson(nameOf(resource.health.status));
        json["message"] = toJson(resource.health.message);
        json["hook"] = resource.hook;
        json["requiresPruning"] = resource.requiresPruning;
        array.push_back(std::move(json));
    }
    return array;
}

} // namespace

QByteArray statusJson(const Inspection &inspection, const Diagnosis &diagnosis)
{
    const auto &application = *inspection.application;
    OrderedJson json;
    json["application"] = identityOf(inspection);
    json["readAt"] = toJson(std::optional(inspection.readAt));
    json["health"] = toJson(nameOf(application.health.status));
    json["message"] = toJson(application.health.message);
    json["sync"] = toJson(nameOf(application.sync));
    json["autoSync"] = application.autoSync;
    json["revisions"] = toJson(application.revisions);
    json["commit"] = toJson(inspection.commit);
    json["operation"] = operationJson(application.operationState);
    json["images"] = toJson(application.summaryImages);
    json["conditions"] = conditionsJson(application.conditions);
    json["cause"] = toJson(diagnosis.cause, diagnosis.expectation);
    json["blocker"] = toJson(diagnosis.blocker, diagnosis.expectation);
    json["resources"] = resourcesJson(application.resources);
    return document(json);
}

} // namespace lynceus
