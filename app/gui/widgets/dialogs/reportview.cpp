#include "app/gui/widgets/dialogs/reportview.h"

#include "app/gui/widgets/painting/tones.h"

#include <QStyle>
#include <QTextBlockFormat>
#include <QTextCursor>
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

void ReportView::alignLeading()
{
    const auto leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute;
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextBlockFormat aligned;
    aligned.setAlignment(leading);
    all.mergeBlockFormat(aligned);
    const auto frames = document()->rootFrame()->childFrames();
    for (auto *frame : frames) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            auto format = table->format();
            format.setLayoutDirection(layoutDirection());
            format.setAlignment(leading);
            table->setFormat(format);
        }
    }
}

/// Returns a valid empty value: for an invalid one, QTextDocument would try to load the resource itself.
QVariant ReportView::loadResource(int, const QUrl &)
{
    return QByteArray();
}

} // namespace lynceus
