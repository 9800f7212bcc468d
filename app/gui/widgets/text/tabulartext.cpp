#include "app/gui/widgets/text/tabulartext.h"

#include "core/domain/text/changeorder.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace lynceus {

namespace {

qreal widestDigit(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

/// The end of the next piece: one digit, or everything up to the next digit, so that words keep their shaping.
qsizetype pieceEnd(const QString &text, qsizetype from)
{
    if (text[from].isDigit())
        return from + 1;
    const auto digit = std::find_if(text.begin() + from, text.end(), [](QChar c) { return c.isDigit(); });
    return digit - text.begin();
}

/// The end of a number with its separators ("1:05", "2/3"), or of the words up to the next number.
qsizetype runEnd(const QString &text, qsizetype from)
{
    if (!text[from].isDigit())
        return pieceEnd(text, from);
    const auto isDigit = [&](qsizetype at) { return at < text.size() && text[at].isDigit(); };
    auto end = from;
    while (isDigit(end) || (isDigit(end + 1) && !text[end].isSpace() && !text[end].isLetter()))
        ++end;
    return end;
}

qreal pieceWidth(const QFontMetricsF &metrics, QStringView piece, qreal digit)
{
    return piece.front().isDigit() ? digit : metrics.horizontalAdvance(piece.toString());
}

} // namespace

qreal tabularWidth(const QFontMetricsF &metrics, const QString &text)
{
    const auto digit = widestDigit(metrics);
    qreal width = 0;
    for (qsizetype from = 0; from < text.size();) {
        const auto end = pieceEnd(text, from);
        width += pieceWidth(metrics, QStringView(text).sliced(from, end - from), digit);
        from = end;
    }
    return width;
}

void paintTabular(QPainter *painter, const QRectF &place, const QString &text, Qt::LayoutDirection direction)
{
    const QFontMetricsF metrics(painter->font());
    const auto digit = widestDigit(metrics);
    const auto width = tabularWidth(metrics, text);
    const qreal left = direction == Qt::RightToLeft ? place.left() : place.right() - width;
    const qreal baseline = place.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    const auto paintPieces = [&](const QString &pieces, qreal x) {
        for (qsizetype from = 0; from < pieces.size();) {
            const auto end = pieceEnd(pieces, from);
            const auto piece = pieces.sliced(from, end - from);
            const auto advance = pieceWidth(metrics, piece, digit);
            const auto inset = (advance - metrics.horizontalAdvance(piece)) / 2;
            painter->drawText(QPointF(x + inset, baseline), piece);
            x += advance;
            from = end;
        }
    };
    const auto reading = directionOf(text, direction);
    painter->save();
    painter->setLayoutDirection(reading); // pieces are placed one by one; spaces keep their positions
    if (reading == Qt::LeftToRight) {
        paintPieces(text, left);
    } else {
        qreal right = left + width;
        for (qsizetype from = 0; from < text.size();) {
            const auto end = runEnd(text, from);
            const auto run = text.sliced(from, end - from);
            right -= tabularWidth(metrics, run);
            paintPieces(run, right);
            from = end;
        }
    }
    painter->restore();
}

} // namespace lynceus
