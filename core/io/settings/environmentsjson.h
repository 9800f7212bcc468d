#pragma once

#include "core/domain/environments/environment.h"

#include <QJsonArray>
#include <QStringList>

namespace lynceus {

struct EnvironmentsText
{
    std::vector<Environment> environments;
    QStringList faults; ///< "environments[2]: the name is missing"; omitted entries
};

/// Unknown fields are ignored; entries that are invalid, also in combination with earlier ones, are omitted and
/// reported.
[[nodiscard]] EnvironmentsText environmentsFromJson(const QJsonArray &array);
[[nodiscard]] QJsonArray environmentsToJson(const std::vector<Environment> &environments);

} // namespace lynceus
