#include "app/cli/output/applications/applicationlist.h"
#include "app/cli/output/json.h"

namespace lynceus {

namespace {

constexpr std::size_t kExpectedRowSize = 384; // bytes

OrderedJson rowJson(const ListedApplication &listed)
{
    const auto &row = *listed.application;
    OrderedJson json;
    json["instance"] = toJson(listed.instance);
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

QByteArray applicationJson(const ApplicationRows &rows, ListPart part)
{
    const bool isFirst = part == ListPart::Whole || part == ListPart::First;
    const bool isLast = part == ListPart::Whole || part == ListPart::Last;
    std::string text;
    text.reserve(rows.size() * kExpectedRowSize);
    const char *before = isFirst ? "[\n" : ",\n";
    for (const auto &row : rows) {
        text += before;
        text += dumped(rowJson(row));
        before = ",\n";
    }
    if (isLast)
        text += part == ListPart::Whole && rows.empty() ? "[]\n" : "\n]\n";
    return QByteArray::fromStdString(text);
}

QByteArray applicationJsonLines(const ApplicationRows &rows)
{
    std::string text;
    text.reserve(rows.size() * kExpectedRowSize);
    for (const auto &row : rows)
        text += dumped(rowJson(row)) + '\n';
    return QByteArray::fromStdString(text);
}

} // namespace lynceus
