#pragma once

#include <QByteArray>

namespace lynceus {

/// The API of the team server as an OpenAPI 3.1 document: JSON with the version of this program.
[[nodiscard]] QByteArray apiDescription();

} // namespace lynceus
