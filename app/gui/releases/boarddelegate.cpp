#include "app/gui/releases/boarddelegate.h"

#include "app/gui/releases/boardmodel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/badge.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/stagemarks.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/density.h"
#include "app/gui/widgets/text/tabulartext.h"
#include "app/gui/widgets/text/versionstext.h"
#include "core/domain/text/changeorder.h"
#include "core/domain/text/visibletext.h"

#include <QAbstractItemView>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Kind = BoardModel::Kind;

constexpr int kLeastRest = 8;   ///< characters; shorter texts are useless
constexpr int kGroupArrow = 14; ///< px at 100 %
constexpr int kGroupGap = 12;

Kind kindOf(const QModelIndex &index)
{
    return index.data(BoardModel::KindRole).value<Kind>();
}

int depthOf(const QModelIndex &index)
{
    return kindOf(index) == Kind::Release || kindOf(index.parent()) == Kind::Release ? 1 : 0;
}

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

/// The fixed-width font for versions and images, so that tags are aligned.
QFont fixedFont(const QFont &font)
{
    auto fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font.pointSizeF() > 0)
        fixed.setPointSizeF(font.pointSizeF() * 0.95);
    return fixed;
}

void paintText(QPainter *painter, const QRect &place, const QString &text, Qt::LayoutDirection direction)
{
    const auto reading = directionOf(text, direction);
    const auto line = withChangesInOrder(visibleLine(text), reading);
    const auto shown = QFontMetrics(painter->font()).elidedText(line, Qt::ElideRight, place.width());
    painter->setLayoutDirection(reading); // keeps names readable
    painter->drawText(place,
                      int(Qt::AlignVCenter | QStyle::visualAlignment(direction, Qt::AlignLeading)) | Qt::TextSingleLine,
                      shown);
}

/// The first part is emphasised while the watch runs; the rest is muted.
void paintSentence(QPainter *painter, const QRect &place, const RowSentence &sentence, bool over,
                   const QStyleOptionViewItem &option, const Tones &tones, const QColor &text)
{
    painter->setFont(over ? option.font : bold(option.font));
    painter->setPen(over ? tones.muted : text);
    paintText(painter, place, sentence.lead, option.direction);
    const int used = QFontMetrics(painter->font()).horizontalAdvance(sentence.lead);
    painter->setFont(option.font);
    painter->setPen(tones.muted);
    const int least = QFontMetrics(option.font).averageCharWidth() * kLeastRest;
    if (sentence.rest.isEmpty() || used + least > place.width())
        return;
    // Painted separately, so that it stays beside the lead on either side when the rest is elided.
    const auto dot = u"\u00a0·\u00a0"_s;
    const int behindDot = used + QFontMetrics(option.font).horizontalAdvance(dot);
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(option.direction, place, rect); };
    painter->drawText(mirrored(QRect(place.left() + used, place.top(), behindDot - used, place.height())),
                      int(Qt::AlignCenter) | Qt::TextSingleLine, dot);
    paintText(painter, mirrored(place.adjusted(behindDot, 0, 0, 0)), sentence.rest, option.direction);
}

/// Paints the note at the trailing end of the sentence's line. Returns the remaining room for the sentence.
QRect paintRemark(QPainter *painter, const QRect &place, const QString &remark, const QStyleOptionViewItem &option,
                  const QColor &colour)
{
    if (remark.isEmpty())
        return place;
    const QFontMetrics metrics(option.font);
    const int glyph = metrics.height() * 3 / 4;
    const int gap = metrics.averageCharWidth();
    const int most = place.width() * 2 / 5; // the reason gets the larger part
    const int width = std::min(most, glyph + gap + metrics.horizontalAdvance(visibleLine(remark)) + 1);
    const QRect own(place.right() + 1 - width, place.top(), width, place.height());
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(option.direction, place, rect); };
    const QRect sign(own.left(), own.center().y() - glyph / 2, glyph, glyph);
    paintGlyph(painter, "user"_L1, mirrored(sign), colour);
    painter->setFont(option.font);
    painter->setPen(colour);
    paintText(painter, mirrored(own.adjusted(glyph + gap, 0, 0, 0)), remark, option.direction);
    return mirrored(place.adjusted(0, 0, -width - 2 * gap, 0));
}

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const Tones &tones)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (selected)
        painter->fillRect(option.rect, tones.selection);
    else if (hovered)
        painter->fillRect(option.rect, blended(tones.panel, tones.selection, 0.45));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tones.line);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tones.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void paintFold(QPainter *painter, const QRect &place, const QStyleOptionViewItem &option, const QColor &colour)
{
    const bool open = option.state.testFlag(QStyle::State_Open);
    const auto folded = option.direction == Qt::RightToLeft ? "chevron-left"_L1 : "chevron-right"_L1;
    paintGlyph(painter, open ? "chevron-down"_L1 : folded, place, colour);
}

/// Empty if the environment has the same name.
InstanceLabel instanceBeside(const InstanceLabel &environment, const QModelIndex &index)
{
    const auto instance = index.data(BoardModel::InstanceRole).value<InstanceLabel>();
    return environment.name.compare(instance.name, Qt::CaseInsensitive) == 0 ? InstanceLabel() : instance;
}

bool hasTwoLines(const QModelIndex &index)
{
    return index.data(BoardModel::ExplainsRole).toBool();
}

} // namespace

QString BoardDelegate::measuredText(const QModelIndex &index)
{
    const auto environment = index.data(BoardModel::EnvironmentRole).value<InstanceLabel>();
    return QStringList{QString::number(depthOf(index)), index.data().toString(),
                       index.data(BoardModel::VersionsRole).toString(), environment.name,
                       instanceBeside(environment, index).name}
        .join(u'\n');
}

BoardWidths BoardDelegate::neededBy(const QModelIndex &index, const QFont &font)
{
    const auto environment = index.data(BoardModel::EnvironmentRole).value<InstanceLabel>();
    const auto instance = instanceBeside(environment, index);
    const int indent = depthOf(index) > 0 ? kBoardIndent : 0;
    const QFontMetrics names(bold(font));
    const QFontMetrics versions(fixedFont(font));
    const auto versionsShown = index.data(BoardModel::VersionsRole).toString();
    return {names.horizontalAdvance(index.data().toString()) + 1 + indent,
            instance.name.isEmpty() ? 0 : instanceBadgeWidth(QFontMetrics(font), visibleLine(instance.name)),
            versionsShown.isEmpty() ? 0 : versions.horizontalAdvance(versionsShown) + 1,
            environment.name.isEmpty() ? 0 : environmentBadgeWidth(QFontMetrics(font), visibleLine(environment.name))};
}

BoardColumns BoardDelegate::columnsOf(const QModelIndex &index, const QRect &row, const QFont &font,
                                      Qt::LayoutDirection direction) const
{
    const BoardRowKind kind{depthOf(index), hasTwoLines(index)};
    return mirrored(boardColumns(row, QFontMetrics(font), m_widths, kind), row, direction);
}

void BoardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto full = option;
    initStyleOption(&full, index);
    painter->save();
    if (kindOf(index) == Kind::Group)
        paintGroup(painter, full, index);
    else
        paintRow(painter, full, index);
    painter->restore();
}

void BoardDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tones = tonesOf(option.palette);
    const bool isOpen = option.state.testFlag(QStyle::State_Open);
    if (isOpen)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tones.line);
    else
        paintBackground(painter, option, tones);
    auto font = bold(option.font);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.88);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    auto titleFont = font;
    titleFont.setCapitalization(QFont::AllUppercase);
    const auto place = [&option](int left, int width) {
        const QRect row = option.rect.adjusted(16, 4, -16, 0);
        return QStyle::visualRect(option.direction, row, QRect(row.left() + left, row.top(), width, row.height()));
    };
    const int room = option.rect.width() - 32;
    int left = 0;
    const auto write = [&](const QFont &in, const QColor &colour, const QString &text) {
        const int width = std::min(QFontMetrics(in).horizontalAdvance(text) + 2, room - left);
        if (width <= 0)
            return;
        painter->setFont(in);
        painter->setPen(colour);
        paintText(painter, place(left, width), text, option.direction);
        left += width + kGroupGap;
    };
    if (m_foldable) {
        paintFold(painter, place(left, kGroupArrow), option, tones.muted);
        left += kGroupArrow + kGroupGap / 2;
    }
    const auto title = index.data().toString();
    write(titleFont, tones.muted, title);
    write(font, tones.muted, index.data(BoardModel::PodsRole).toString());
    if (isOpen)
        return; // the rows of an open group show their states
    const auto role = index.data(BoardModel::StateRoleRole).value<StateRole>();
    write(option.font, tones.of(role).foreground, index.data(BoardModel::SentenceRole).value<RowSentence>().lead);
}

void BoardDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tones = tonesOf(option.palette);
    const auto text = option.state.testFlag(QStyle::State_Selected) ? tones.selectedText : tones.text;
    const auto columns = columnsOf(index, option.rect, option.font, option.direction);
    const bool over = index.data(BoardModel::OverRole).toBool();
    paintBackground(painter, option, tones);

    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tones.of(index.data(BoardModel::StateRoleRole).value<StateRole>()).foreground);
    painter->drawRoundedRect(columns.stripe.adjusted(-3, 0, 0, 0), 3, 3);

    painter->setPen(text);
    if (kindOf(index) == Kind::Release && m_foldable)
        paintFold(painter, columns.fold, option, tones.muted);
    painter->setFont(bold(option.font));
    paintText(painter, columns.name, index.data().toString(), option.direction);

    painter->setFont(option.font);
    const auto environment = index.data(BoardModel::EnvironmentRole).value<InstanceLabel>();
    if (!columns.environment.isEmpty() && !environment.name.isEmpty())
        paintEnvironmentBadge(painter, columns.environment, environment.name,
                              environment.colour.isValid() ? environment.colour : tones.muted, option.palette,
                              option.direction);
    const auto instance = instanceBeside(environment, index);
    if (!columns.badge.isEmpty() && !instance.name.isEmpty())
        paintInstanceBadge(painter, columns.badge, instance.name,
                           instance.colour.isValid() ? instance.colour : tones.muted, option.palette, option.direction);
    painter->setFont(fixedFont(option.font));
    painter->setPen(text);
    paintText(painter, columns.versions,
              fittedVersions(index.data(BoardModel::VersionsRole).toString(), QFontMetrics(painter->font()),
                             columns.versions.width()),
              option.direction);

    if (!columns.marks.isEmpty())
        paintStages(painter, columns.marks, index.data(BoardModel::MarksRole).value<StageMarks>(), option.palette,
                    option.direction);
    painter->setFont(option.font);
    painter->setPen(tones.muted);
    if (!columns.pods.isEmpty())
        paintTabular(painter, columns.pods, index.data(BoardModel::PodsRole).toString(), option.direction);
    const auto place = hasTwoLines(index)
        ? paintRemark(painter, columns.sentence, index.data(BoardModel::RemarkRole).toString(), option, text)
        : columns.sentence;
    if (!columns.sentence.isEmpty())
        paintSentence(painter, place, index.data(BoardModel::SentenceRole).value<RowSentence>(), over, option, tones,
                      text);
    painter->setPen(tones.muted);
    if (!columns.time.isEmpty())
        paintTabular(painter, columns.time, index.data(BoardModel::TimeRole).toString(), option.direction);
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = QFontMetrics(option.font).height();
    if (kindOf(index) == Kind::Group)
        return {0, rowHeight(option, std::max(kBoardGroupHeight, text * 2 - 4))};
    if (!hasTwoLines(index))
        return {0, rowHeight(option, std::max(kBoardRowHeight, text * 5 / 2))};
    // Two lines need their height in compact lists too.
    return {0, std::max(2 * text + 8, rowHeight(option, std::max(kBoardTwoLinesHeight, text * 7 / 2)))};
}

bool BoardDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() || kindOf(index) == Kind::Group)
        return false;
    const auto columns = columnsOf(index, option.rect, option.font, option.direction);
    QString text;
    if (columns.marks.contains(event->pos())) {
        text = textOf(index.data(BoardModel::MarksRole).value<StageMarks>());
        if (const int stage = stageAt(columns.marks, event->pos(), option.direction); stage >= 0)
            text = stageMarkText(stage) + u'\n' + text;
    } else if (columns.time.contains(event->pos())) {
        if (const auto *model = qobject_cast<const BoardModel *>(index.model()))
            text = model->timeText(index);
    } else {
        text = index.data(BoardModel::SentenceRole).value<RowSentence>().joined();
        if (const auto remark = index.data(BoardModel::RemarkRole).toString(); !remark.isEmpty())
            text += u'\n' + remark;
    }
    showToolTip(event->globalPos(), text, view);
    return true;
}

} // namespace lynceus
