#pragma once

#include <QString>

class QWidget;

namespace lynceus {

/// Version, licence and libraries, one fact per line; also for bug reports.
[[nodiscard]] QString aboutText();
/// Shows aboutText() in a dialog, which deletes itself.
void showAbout(QWidget &window);

} // namespace lynceus
