#include "app/gui/widgets/reportview.h"

#include "app/gui/widgets/tones.h"

#include <QTextTable>

namespace lynceus {

ReportView::ReportView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
}

void ReportView::frameTables()
{
    constexpr qreal kCellPadding = 5;
    constexpr qreal kMargin = 16;
    const auto tones = tonesOf(palette());
    const auto frames = document()->rootFrame()->childFrames();
    for (auto *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        auto format = table->format();
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(tones.line);
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(kCellPadding);
        format.setBottomMargin(kMargin);
        format.setTopMargin(kMargin / 2.0);
        table->setFormat(format);
    }
}

/// An answer of its own type, as an invalid one would be looked for elsewhere.
QVariant ReportView::loadResource(int, const QUrl &)
{
    return QByteArray();
}

} // namespace lynceus
