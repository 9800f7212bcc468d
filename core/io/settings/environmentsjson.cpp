#include "core/io/settings/environmentsjson.h"

#include <QJsonObject>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using By = Environment::By;

std::optional<By> byNamed(const QString &name)
{
    for (const auto by : {By::Instance, By::Namespace, By::Cluster, By::Project, By::Label}) {
        if (nameOf(by) == name)
            return by;
    }
    return std::nullopt;
}

Result<Environment> environmentFrom(const QJsonValue &value)
{
    const auto object = value.toObject();
    const auto by = byNamed(object.value("by"_L1).toString());
    if (!by)
        return badInput(u"“by” is not instance, namespace, cluster, project or label"_s);
    Environment read{.name = object.value("name"_L1).toString(),
                     .colour = object.value("colour"_L1).toString(),
                     .by = *by,
                     .label = *by == By::Label ? object.value("label"_L1).toString() : QString(),
                     .values = {}};
    const auto values = object.value("values"_L1).toArray();
    for (const auto &each : values) {
        if (!each.isString())
            return badInput(u"“values” is not a list of strings"_s);
        read.values.append(each.toString());
    }
    return read;
}

} // namespace

EnvironmentsText environmentsFromJson(const QJsonArray &array)
{
    EnvironmentsText text;
    for (qsizetype at = 0; at < array.size(); ++at) {
        if (text.environments.size() >= kMostEnvironments) {
            text.faults.append(u"environments: only the first %1 were read"_s.arg(kMostEnvironments));
            break;
        }
        auto read = environmentFrom(array.at(at));
        if (read) {
            text.environments.push_back(std::move(*read));
            const auto checked = checkEnvironments(text.environments);
            if (checked)
                continue;
            text.environments.pop_back();
            read = tl::unexpected(checked.error());
        }
        text.faults.append(u"environments[%1]: %2"_s.arg(at).arg(read.error().message));
    }
    return text;
}

QJsonArray environmentsToJson(const std::vector<Environment> &environments)
{
    QJsonArray array;
    for (const auto &environment : environments) {
        QJsonObject object{{u"name"_s, environment.name},
                           {u"colour"_s, environment.colour},
                           {u"by"_s, nameOf(environment.by)},
                           {u"values"_s, QJsonArray::fromStringList(environment.values)}};
        if (environment.by == By::Label)
            object.insert("label"_L1, environment.label);
        array.append(object);
    }
    return array;
}

} // namespace lynceus
