#pragma once

class QWidget;

namespace lynceus {

/// Sets the tab order of the widgets in @p root to the order of its layouts; Qt uses the order of creation. Call when
/// all widgets exist, and again after adding some.
void tabAsRead(QWidget *root);

} // namespace lynceus
