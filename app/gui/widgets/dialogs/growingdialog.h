#pragma once

class QDialog;

namespace lynceus {

/// Enlarges the dialog if its content needs more height: a layout's minimum ignores wrapped lines, so large fonts would
/// cut off texts and buttons. Never exceeds the screen; if the content does not fit, it scrolls.
void growWithContent(QDialog *dialog);

} // namespace lynceus
