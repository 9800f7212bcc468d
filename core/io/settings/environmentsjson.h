#pragma once

#include "core/domain/environments/environment.h"

#include <QJsonArray>
#include <QStringList>

namespace lynceus {

struct EnvironmentsText
{
    std::vector<Environment> environments;
    QStringList faults; ///< "environments[2]: the name is missing": entries that were left out
};

/// Unknown fields are skipped; an entry that is wrong beside those before it is left out and named.
[[nodiscard]] EnvironmentsText environmentsFromJson(const QJsonArray &array);
[[nodiscard]] QJsonArray environmentsToJson(const std::vector<Environment> &environments);

} // namespace lynceus
