#include "app/gui/applications/applicationpainter.h"

#include "app/gui/applications/applicationtext.h"
#include "app/gui/widgets/painting/badge.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/statemarks.h"

#include <QFontDatabase>
#include <QPainter>
#include <QStyle>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGlyph = 16;
constexpr int kGlyphGap = 6;

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont fixed(const QFont &like)
{
    auto font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(like.pointSizeF() > 0 ? like.pointSizeF() * 0.93 : font.pointSizeF());
    return font;
}

} // namespace

ApplicationPainter::ApplicationPainter(const ApplicationsModel &model, const QPalette &palette, const QFont &font,
                                       Qt::LayoutDirection direction)
    : m_model(model)
    , m_palette(palette)
    , m_tones(tonesOf(palette))
    , m_font(font)
    , m_nameFont(bold(font))
    , m_imageFont(fixed(font))
    , m_metrics(m_font)
    , m_nameMetrics(m_nameFont)
    , m_imageMetrics(m_imageFont)
    , m_direction(direction)
{ }

void ApplicationPainter::paintGround(QPainter *painter, const QRect &row, int shown, bool selected, bool focused) const
{
    painter->setLayoutDirection(Qt::LeftToRight); // also mirrored: "3 h ago", not "h ago 3"
    painter->fillRect(row, selected ? m_tones.selection : m_tones.panel);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), m_tones.line);
    const auto colours = m_tones.of(markOf(m_model.row(shown).application().health.status).role);
    const QRect edge =
        QStyle::visualRect(m_direction, row, QRect(row.left(), row.top() + 3, kStripe, row.height() - 6));
    painter->fillRect(edge, colours.foreground);
    if (focused) {
        painter->setPen(QPen(m_tones.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(row.adjusted(0, 0, -1, -1));
    }
}

void ApplicationPainter::paintCell(QPainter *painter, const QRect &cell, int shown, ApplicationColumn column,
                                   bool selected) const
{
    const auto &row = m_model.row(shown);
    const QRect inner = cell.adjusted(kCellPadding, 0, -kCellPadding, -1);
    switch (column) {
    case ApplicationColumn::Name: {
        const QRect text =
            QStyle::visualRect(m_direction, cell, cell.adjusted(kPinRoom + kCellPadding, 0, -kCellPadding, -1));
        if (row.isPinned) {
            const QRect pin =
                QStyle::visualRect(m_direction, cell, QRect(cell.left() + 16, cell.top(), kGlyph, cell.height()));
            paintGlyph(painter, "pin"_L1, pin, m_tones.muted);
        }
        painter->setFont(m_nameFont);
        painter->setPen(selected ? m_tones.selectedText : m_tones.text);
        painter->drawText(text, int(Qt::AlignVCenter | QStyle::visualAlignment(m_direction, Qt::AlignLeading)),
                          m_nameMetrics.elidedText(row.application().name, Qt::ElideMiddle, text.width()));
        break;
    }
    case ApplicationColumn::Instance: {
        const auto &instance = m_model.instanceOf(row).instance;
        painter->setFont(m_font);
        paintInstanceBadge(painter, inner, instance.name, QColor(instance.colour), m_palette, m_direction);
        break;
    }
    case ApplicationColumn::Health:
        paintMark(painter, inner, markOf(row.application().health.status));
        break;
    case ApplicationColumn::Sync: {
        const auto &operation = row.application().operationState;
        paintMark(painter, inner, markOf(row.application().sync, operation ? operation->phase : OperationPhase::None));
        break;
    }
    case ApplicationColumn::Images:
        painter->setFont(m_imageFont);
        painter->setPen(selected ? m_tones.selectedText : m_tones.text);
        painter->drawText(inner, int(Qt::AlignVCenter | QStyle::visualAlignment(m_direction, Qt::AlignLeading)),
                          m_imageMetrics.elidedText(m_model.text(shown, column), Qt::ElideRight, inner.width()));
        break;
    case ApplicationColumn::Project:
    case ApplicationColumn::LastSync:
        paintText(painter, inner, m_model.text(shown, column), m_tones.muted);
        break;
    case ApplicationColumn::DataAge:
        paintText(painter, inner, m_model.text(shown, column), m_tones.muted, Qt::AlignTrailing);
        break;
    }
}

void ApplicationPainter::paintMark(QPainter *painter, const QRect &cell, const StateMark &mark) const
{
    if (mark.word.isEmpty()) {
        paintText(painter, cell, u"–"_s, m_tones.muted);
        return;
    }
    const auto colour = m_tones.of(mark.role).foreground;
    const QRect glyph(cell.left(), cell.top(), kGlyph, cell.height());
    paintGlyph(painter, mark.glyph, QStyle::visualRect(m_direction, cell, glyph), colour);
    const QRect text = QStyle::visualRect(m_direction, cell, cell.adjusted(kGlyph + kGlyphGap, 0, 0, 0));
    paintText(painter, text, mark.word, colour);
}

void ApplicationPainter::paintText(QPainter *painter, const QRect &cell, const QString &text, const QColor &colour,
                                   Qt::Alignment alignment) const
{
    painter->setFont(m_font);
    painter->setPen(colour);
    painter->drawText(cell, int(Qt::AlignVCenter | QStyle::visualAlignment(m_direction, alignment)),
                      m_metrics.elidedText(text, Qt::ElideRight, cell.width()));
}

} // namespace lynceus
