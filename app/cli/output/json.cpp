#include "app/cli/output/json.h"

#include "core/domain/text/visibletext.h"

namespace lynceus {

OrderedJson toJson(const QString &text)
{
    return text.toStdString();
}

OrderedJson toJson(const QStringList &texts)
{
    auto array = OrderedJson::array();
    for (const auto &text : texts)
        array.push_back(toJson(text));
    return array;
}

OrderedJson toJson(const std::optional<Instant> &instant)
{
    return instant ? toJson(formatRfc3339(*instant)) : OrderedJson();
}

OrderedJson toJson(const ResourceKey &key)
{
    OrderedJson json;
    json["group"] = toJson(key.group);
    json["kind"] = toJson(key.kind);
    json["namespace"] = toJson(key.nameSpace);
    json["name"] = toJson(key.name);
    return json;
}

OrderedJson toJson(const std::optional<RevisionMetadata> &commit)
{
    if (!commit)
        return {};
    OrderedJson json;
    json["author"] = toJson(commit->author);
    json["message"] = toJson(commit->message);
    json["date"] = toJson(commit->date);
    return json;
}

std::string dumped(const OrderedJson &json, bool readable)
{
    return visibleJson(QByteArray::fromStdString(
                           json.dump(readable ? 2 : -1, ' ', false, OrderedJson::error_handler_t::replace)))
        .toStdString();
}

QByteArray document(const OrderedJson &json)
{
    return QByteArray::fromStdString(dumped(json) + '\n');
}

} // namespace lynceus
