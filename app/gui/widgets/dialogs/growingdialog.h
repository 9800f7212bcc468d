#pragma once

class QDialog;

namespace lynceus {

/// The dialog becomes higher when what it shows needs it, and stays so: a layout's minimum does not count lines that
/// wrap, so with large fonts texts and buttons would be cut. It never becomes larger than its screen: where that is too
/// small for what it shows, this scrolls.
void growWithContent(QDialog *dialog);

} // namespace lynceus
