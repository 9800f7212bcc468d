#include "app/gui/widgets/reportview.h"

namespace lynceus {

ReportView::ReportView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
}

/// An answer of its own type, as an invalid one would be looked for elsewhere.
QVariant ReportView::loadResource(int, const QUrl &)
{
    return QByteArray();
}

} // namespace lynceus
