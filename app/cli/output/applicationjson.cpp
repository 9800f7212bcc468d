#include "app/cli/output/applicationlist.h"
#include "app/cli/output/json.h"

namespace lynceus {

namespace {

constexpr std::size_t kExpectedRowSize = 384; // bytes

OrderedJson rowJson(const Application &row, const std::string &instance)
{
    OrderedJson json;
    json["instance"] = instance;
    json["namespace"] = toJson(row.nameSpace);
    json["name"] = toJson(row.name);
    json["project"] = toJson(row.project);
    json["health"] = toJson(nameOf(row.health.status));
    json["sync"] = toJson(nameOf(row.sync));
    json["revisions"] = toJson(row.revisions);
    json["images"] = toJson(row.summaryImages);
    json["operation"] = row.operationState ? toJson(nameOf(row.operationState->phase)) : OrderedJson();
    json["finishedAt"] = row.operationState ? toJson(row.operationState->finishedAt) : OrderedJson();
    json["createdAt"] = toJson(row.createdAt);
    auto labels = OrderedJson::object();
    for (const auto &[key, value] : row.labels)
        labels[key.toStdString()] = toJson(value);
    json["labels"] = std::move(labels);
    return json;
}

} // namespace

QByteArray applicationJson(const ApplicationRows &rows, const QString &instance, bool lines)
{
    const auto instanceName = instance.toStdString();
    std::string text;
    text.reserve(rows.size() * kExpectedRowSize);
    const char *before = lines ? "" : "[\n";
    for (const auto *row : rows) {
        text += before;
        text += dumped(rowJson(*row, instanceName));
        before = lines ? "\n" : ",\n";
    }
    if (lines)
        text += rows.empty() ? "" : "\n";
    else
        text += rows.empty() ? "[]\n" : "\n]\n";
    return QByteArray::fromStdString(text);
}

} // namespace lynceus
