#pragma once

class QWidget;

namespace lynceus {

/// Tab goes through what is in @p root as its layouts have it: as it is read. Qt's own order is that in which widgets
/// were made. To be called when all is there, and again when something came.
void tabAsRead(QWidget *root);

} // namespace lynceus
