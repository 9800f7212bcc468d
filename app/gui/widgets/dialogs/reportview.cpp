#include "app/gui/widgets/dialogs/reportview.h"

#include "app/gui/widgets/painting/tones.h"
#include "core/domain/text/changeorder.h"

#include <QMimeData>
#include <QStyle>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QTextTable>

namespace lynceus {

namespace {

constexpr int kIsReversed = QTextFormat::UserProperty + 1; ///< of a table's format

QList<QTextTable *> tablesOf(const QTextDocument &document)
{
    QList<QTextTable *> tables;
    const auto frames = document.rootFrame()->childFrames();
    for (auto *frame : frames) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            tables.append(table);
    }
    return tables;
}

QTextCursor contentOf(const QTextTableCell &cell)
{
    auto cursor = cell.firstCursorPosition();
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
    return cursor;
}

void swapContents(const QTextTableCell &first, const QTextTableCell &second)
{
    const auto ofFirst = contentOf(first).selection();
    const auto ofSecond = contentOf(second).selection();
    const auto put = [](const QTextTableCell &cell, const QTextDocumentFragment &content) {
        auto cursor = contentOf(cell);
        cursor.removeSelectedText();
        cursor.insertFragment(content);
    };
    put(first, ofSecond);
    put(second, ofFirst);
}

/// Qt lays the first column out at the left, whatever the direction of the table.
void setReversed(QTextTable &table, bool reversed)
{
    auto format = table.format();
    if (format.boolProperty(kIsReversed) == reversed)
        return;
    format.setProperty(kIsReversed, reversed);
    table.setFormat(format);
    for (int row = 0; row < table.rows(); ++row) {
        for (int left = 0, right = table.columns() - 1; left < right; ++left, --right)
            swapContents(table.cellAt(row, left), table.cellAt(row, right));
    }
}

void putInOrder(const QTextDocument &document)
{
    const auto tables = tablesOf(document);
    for (auto *table : tables)
        setReversed(*table, false);
}

} // namespace

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
    const auto tables = tablesOf(*document());
    for (auto *table : tables) {
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
    const auto tables = tablesOf(*document());
    for (auto *table : tables)
        setReversed(*table, isRightToLeft());
    const auto leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute;
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextBlockFormat aligned;
    aligned.setAlignment(leading);
    all.mergeBlockFormat(aligned);
    for (auto block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat reading;
        reading.setLayoutDirection(directionOf(block.text(), layoutDirection()));
        QTextCursor(block).mergeBlockFormat(reading);
    }
    for (auto *table : tables) {
        auto format = table->format();
        format.setLayoutDirection(layoutDirection());
        format.setAlignment(leading);
        // Qt lays a table at the right out beyond the margin of the document.
        format.setRightMargin(isRightToLeft() ? document()->documentMargin() : 0);
        table->setFormat(format);
    }
}

std::unique_ptr<QTextDocument> ReportView::inOrder() const
{
    std::unique_ptr<QTextDocument> copy(document()->clone());
    putInOrder(*copy);
    return copy;
}

QMimeData *ReportView::createMimeDataFromSelection() const
{
    QTextDocument selected;
    QTextCursor(&selected).insertFragment(textCursor().selection());
    putInOrder(selected);
    auto copied = std::make_unique<QMimeData>();
    copied->setText(selected.toPlainText());
    copied->setHtml(selected.toHtml());
    return copied.release();
}

/// Returns a valid empty value: for an invalid one, QTextDocument would try to load the resource itself.
QVariant ReportView::loadResource(int, const QUrl &)
{
    return QByteArray();
}

} // namespace lynceus
