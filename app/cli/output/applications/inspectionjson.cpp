#include "app/cli/output/applications/inspectionjson.h"

namespace lynceus {

OrderedJson applicationIdentity(const ApplicationKey &key, const QString &project, const QUrl &url)
{
    OrderedJson json;
    json["instance"] = toJson(key.instance);
    json["namespace"] = toJson(key.nameSpace);
    json["name"] = toJson(key.name);
    json["project"] = toJson(project);
    json["url"] = toJson(url.toString(QUrl::FullyEncoded));
    return json;
}

OrderedJson identityOf(const Inspection &inspection)
{
    return applicationIdentity(inspection.key, inspection.application->project, inspection.url);
}

} // namespace lynceus
