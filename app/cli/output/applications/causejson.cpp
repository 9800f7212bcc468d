#include "app/cli/output/applications/causejson.h"

#include "core/engine/text/verdicttext.h"

using namespace Qt::StringLiterals;

namespace lynceus {

OrderedJson toJson(const std::optional<Cause> &cause, const Expectation &expectation)
{
    if (!cause)
        return {};
    OrderedJson json;
    json["kind"] = toJson(nameOf(cause->kind));
    json["resource"] = toJson(resourceOrApplication(cause->resource, expectation.application));
    json["message"] = toJson(cause->message.isEmpty() ? causeText(*cause, expectation) : cause->message);
    return json;
}

OrderedJson toJson(const std::optional<Blocker> &blocker, const Expectation &expectation)
{
    if (!blocker)
        return {};
    OrderedJson json;
    json["kind"] = toJson(nameOf(blocker->kind));
    json["resource"] = toJson(resourceOrApplication(blocker->resource, expectation.application));
    json["message"] = toJson(blocker->message.isEmpty() ? blockerText(*blocker) : blocker->message);
    json["until"] = toJson(blocker->until);
    json["since"] = toJson(blocker->since);
    if (!blocker->image.isEmpty())
        json["image"] = toJson(blocker->image);
    if (!blocker->detail.isEmpty())
        json["detail"] = toJson(blocker->detail);
    return json;
}

OrderedJson toJson(const std::vector<Note> &notes, const Expectation &expectation)
{
    auto array = OrderedJson::array();
    for (const auto &note : notes) {
        OrderedJson json;
        json["kind"] = toJson(nameOf(note.kind));
        json["resource"] = toJson(resourceOrApplication(note.resource, expectation.application));
        json["detail"] = toJson(note.detail);
        array.push_back(std::move(json));
    }
    return array;
}

ResourceKey resourceOrApplication(const ResourceKey &resource, const ApplicationKey &application)
{
    if (!resource.kind.isEmpty())
        return resource;
    return {u"argoproj.io"_s, u"Application"_s, application.nameSpace, application.name};
}

} // namespace lynceus
