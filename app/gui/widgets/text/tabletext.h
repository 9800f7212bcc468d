#pragma once

#include <QStringList>

#include <vector>

namespace lynceus {

/// Rows as a table with titles: tabs between cells, so that spreadsheets and chats take it.
[[nodiscard]] QString tableText(const std::vector<QStringList> &rows);
/// The same for what takes formatted text.
[[nodiscard]] QString tableHtml(const std::vector<QStringList> &rows);

} // namespace lynceus
