#pragma once

#include "app/cli/options/options.h"
#include "app/cli/output/textstyle.h"
#include "core/domain/model/application.h"

#include <vector>

namespace lynceus {

using ApplicationRows = std::vector<const Application *>;

/// Columns as wide as they need: NAME, NAMESPACE (where there are several), PROJECT, HEALTH, SYNC, IMAGES.
[[nodiscard]] QByteArray applicationTable(const ApplicationRows &rows, const TextStyle &style);
/// RFC 4180 with a head; images are separated by spaces.
[[nodiscard]] QByteArray applicationCsv(const ApplicationRows &rows, const QString &instance);
/// One array, or with @p lines one object a line.
[[nodiscard]] QByteArray applicationJson(const ApplicationRows &rows, const QString &instance, bool lines);

} // namespace lynceus
