#pragma once

class QDialog;

namespace lynceus {

/// The dialog becomes higher when what it shows needs it, and stays so: a layout's minimum does not count lines that
/// wrap, so with large fonts texts and buttons would be cut.
void growWithContent(QDialog *dialog);

} // namespace lynceus
