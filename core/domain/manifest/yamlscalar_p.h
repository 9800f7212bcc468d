#pragma once

#include <QByteArray>

#include <string_view>

namespace lynceus::detail {

/// A scalar on one line: plain if every YAML parser reads it as this text, otherwise in double quotes.
[[nodiscard]] QByteArray yamlScalar(std::string_view text);

/// Whether @p text is more readable as a block literal ("|") without changing its value.
[[nodiscard]] bool fitsBlockLiteral(std::string_view text);

} // namespace lynceus::detail
