#pragma once

#include "app/cli/applications/inspection.h"
#include "app/cli/output/textstyle.h"
#include "core/domain/outline/resourceoutline.h"

namespace lynceus {

/// The application in one line, then its resources as a tree drawn with lines.
[[nodiscard]] QString treeText(const Inspection &inspection, const TextStyle &style);
/// {"application":{…},"resources":[{…,"resources":[…]}]}.
[[nodiscard]] QByteArray treeJson(const Inspection &inspection);

} // namespace lynceus
