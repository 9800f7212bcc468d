#include "app/cli/output/applications/causejson.h"
#include "app/cli/output/applications/explanation.h"
#include "app/cli/output/applications/inspectionjson.h"

#include <algorithm>

namespace lynceus {

namespace {

OrderedJson eventsJson(const std::vector<ResourceEvent> &events)
{
    auto array = OrderedJson::array();
    for (const auto &event : events) {
        OrderedJson json;
        json["type"] = toJson(event.type);
        json["reason"] = toJson(event.reason);
        json["message"] = toJson(event.message);
        json["count"] = event.count;
        json["last"] = toJson(event.last);
        array.push_back(std::move(json));
    }
    return array;
}

OrderedJson logJson(const std::vector<LogLine> &lines)
{
    auto array = OrderedJson::array();
    for (const auto &line : lines) {
        OrderedJson json;
        json["time"] = toJson(line.time);
        json["content"] = toJson(line.content);
        array.push_back(std::move(json));
    }
    return array;
}

} // namespace

QByteArray explanationJson(const Inspection &inspection, const Diagnosis &diagnosis)
{
    QStringList images;
    std::ranges::transform(diagnosis.expectation.images, std::back_inserter(images), familiarName);
    OrderedJson json;
    json["application"] = identityOf(inspection);
    json["well"] = diagnosis.isWell;
    json["sentence"] = toJson(diagnosisSentence(inspection, diagnosis));
    json["images"] = toJson(images);
    json["cause"] = toJson(diagnosis.cause, diagnosis.expectation);
    json["blocker"] = toJson(diagnosis.blocker, diagnosis.expectation);
    json["notes"] = toJson(diagnosis.verdict.notes, diagnosis.expectation);
    json["revisions"] = toJson(inspection.application->revisions);
    json["commit"] = toJson(inspection.commit);
    json["events"] = eventsJson(diagnosis.events);
    json["log"] = logJson(diagnosis.log);
    json["logError"] = diagnosis.logError.isEmpty() ? OrderedJson() : toJson(diagnosis.logError);
    return document(json);
}

} // namespace lynceus
