#pragma once

#include <QStringList>

#include <vector>

namespace lynceus {

/// Rows as a table with titles: cells separated by tabs, as spreadsheets and chats accept it.
[[nodiscard]] QString tableText(const std::vector<QStringList> &rows);
/// The same as HTML, for programs that accept formatted text.
[[nodiscard]] QString tableHtml(const std::vector<QStringList> &rows);

} // namespace lynceus
