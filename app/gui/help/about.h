#pragma once

#include <QString>

class QWidget;

namespace lynceus {

/// Version, licence and what it is built on, one fact a line: for a bug report, too.
[[nodiscard]] QString aboutText();
/// A box that says it; deletes itself.
void showAbout(QWidget &window);

} // namespace lynceus
