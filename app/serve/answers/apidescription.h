#pragma once

#include <QByteArray>

namespace lynceus {

/// What the team server answers, as an OpenAPI 3.1 document: JSON with the version of this program.
[[nodiscard]] QByteArray apiDescription();

} // namespace lynceus
