#include "core/domain/manifest/hooktype.h"

#include <simdjson.h>

namespace lynceus {

QString hookTypeOf(const QString &json)
{
    simdjson::dom::parser parser;
    simdjson::dom::object annotations;
    const auto bytes = json.toUtf8();
    if (parser.parse(bytes.constData(), static_cast<std::size_t>(bytes.size()))["metadata"]["annotations"].get(
            annotations))
        return {};
    for (const auto *name : {"argocd.argoproj.io/hook", "helm.sh/hook"}) {
        std::string_view type;
        if (!annotations[name].get(type))
            return QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()));
    }
    return {};
}

} // namespace lynceus
