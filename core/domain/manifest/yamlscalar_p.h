#pragma once

#include <QByteArray>

#include <string_view>

namespace lynceus::detail {

/// A text on one line: plain where no YAML reader takes it for something else, else in double quotes.
[[nodiscard]] QByteArray yamlScalar(std::string_view text);

/// Whether @p text reads better, and the same, as a block literal ("|").
[[nodiscard]] bool fitsBlockLiteral(std::string_view text);

} // namespace lynceus::detail
