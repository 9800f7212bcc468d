#include "app/gui/shell/sidebar/sidebardelegates.h"

#include "app/gui/shell/sidebar/instancestatusmodel.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "app/gui/widgets/painting/tones.h"
#include "core/domain/text/changeorder.h"
#include "core/domain/text/facts.h"

#include <QLocale>
#include <QPainter>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNavigationHeight = 36; ///< px at 100 %
constexpr int kInstanceHeight = 28;
constexpr int kGlyph = 18;
constexpr int kPadding = 10;

QRect mirrored(const QStyleOptionViewItem &option, const QRect &place)
{
    return QStyle::visualRect(option.direction, option.rect, place);
}

int leading(const QStyleOptionViewItem &option)
{
    return int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeading));
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const Tones &tones, bool filled)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const bool focused = (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    painter->setPen(focused ? QPen(tones.accent, 1.5) : QPen(Qt::NoPen));
    painter->setBrush(filled ? QBrush(tones.selection) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6);
}

/// Paints a pill at the trailing side; returns its width.
int paintCount(QPainter *painter, const QStyleOptionViewItem &option, const Tones &tones, int count, bool alarming)
{
    if (count == 0)
        return 0;
    const auto text = QLocale().toString(count);
    const int width = qMax(20, option.fontMetrics.horizontalAdvance(text) + 12);
    const QRect place =
        mirrored(option, QRect(option.rect.right() - kPadding - width + 1, option.rect.center().y() - 9, width, 20));
    if (alarming) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tones.of(StateRole::Bad).background);
        painter->drawRoundedRect(place, 10, 10);
    }
    painter->setPen(alarming ? tones.of(StateRole::Bad).foreground : tones.muted);
    painter->drawText(place,
                      int(alarming ? Qt::AlignCenter
                                   : Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignTrailing)),
                      text);
    return width + kPadding;
}

} // namespace

void NavigationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tones = tonesOf(option.palette);
    const bool current = option.state & QStyle::State_Selected;
    painter->save();
    paintGround(painter, option, tones, current);
    const auto colour = current ? tones.accent : tones.text;
    const auto glyph = index.data(SidebarGlyphRole).toString().toLatin1();
    const QRect row = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    paintGlyph(painter, QLatin1StringView(glyph), mirrored(option, QRect(row.left(), row.top(), kGlyph, row.height())),
               colour);
    const int taken =
        paintCount(painter, option, tones, index.data(SidebarCountRole).toInt(), index.data(SidebarAlarmRole).toBool());
    auto font = option.font;
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(colour);
    const QRect text = row.adjusted(kGlyph + 10, 0, -taken, 0);
    painter->drawText(mirrored(option, text), leading(option),
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, qMax(kNavigationHeight, option.fontMetrics.height() + 16)};
}

InstanceStatusDelegate::InstanceStatusDelegate(const InstanceStatusModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{ }

void InstanceStatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const auto tones = tonesOf(option.palette);
    const auto &state = m_model.at(index.row());
    const auto mark = markOf(state.connection);
    const auto colour = tones.of(mark.role).foreground;
    const bool quiet = state.connection == Connection::Live || state.connection == Connection::Polling;
    painter->save();
    paintGround(painter, option, tones, false);
    const QRect row = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const QRect dot = mirrored(option, QRect(row.left(), row.top(), 14, row.height()));
    if (quiet) { // a filled dot; other states have a symbol
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawEllipse(QRectF(dot).center(), 4.5, 4.5);
    } else {
        paintGlyph(painter, mark.glyph, dot, colour);
    }
    const auto name = quiet ? state.instance.name : joinedFacts({state.instance.name, mark.word});
    const auto age = m_model.age(index.row());
    const int ageRoom = option.fontMetrics.horizontalAdvance(age) + 8;
    const QRect whole = row.adjusted(22, 0, 0, 0);
    // The state is more important than the age; the tool tip has both.
    const bool hasAge = quiet || option.fontMetrics.horizontalAdvance(name) <= whole.width() - ageRoom;
    painter->setPen(tones.muted);
    if (hasAge) {
        painter->setLayoutDirection(directionOf(age, option.direction)); // "4 min", not "min 4"
        painter->drawText(mirrored(option, row),
                          int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignTrailing)), age);
    }
    const QRect text = whole.adjusted(0, 0, hasAge ? -ageRoom : 0, 0);
    const auto reading = directionOf(name, option.direction);
    painter->setLayoutDirection(reading);
    painter->drawText(mirrored(option, text), leading(option),
                      option.fontMetrics.elidedText(withChangesInOrder(name, reading), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize InstanceStatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, qMax(kInstanceHeight, option.fontMetrics.height() + 10)};
}

} // namespace lynceus
