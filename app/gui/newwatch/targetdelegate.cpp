#include "app/gui/newwatch/targetdelegate.h"

#include "app/gui/newwatch/targetmodel.h"
#include "app/gui/widgets/painting/badge.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/density.h"
#include "core/domain/text/changeorder.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kRowHeight = 38;
constexpr int kPadding = 12;
constexpr int kBox = 18;
constexpr int kGap = 12;

struct Columns
{
    QRect box;
    QRect name;
    QRect environment; ///< empty: no environments are configured
    QRect badge;
    QRect now;
    QRect warning;
};

QFont fixedFont(const QFont &font)
{
    auto fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font.pointSizeF() > 0)
        fixed.setPointSizeF(font.pointSizeF() * 0.95);
    return fixed;
}

/// The versions may use the room that the row's warning leaves.
Columns columnsOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto row = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const int letter = QFontMetrics(option.font).averageCharWidth();
    int left = row.left();
    const auto take = [&](int width) {
        const QRect place(left, row.top(), width, row.height());
        left += width + kGap;
        return QStyle::visualRect(option.direction, row, place);
    };
    Columns columns;
    columns.box = take(kBox);
    const auto *model = qobject_cast<const TargetModel *>(index.model());
    const bool hasEnvironments = model && model->hasEnvironments();
    columns.name = take(std::clamp(row.width() * (hasEnvironments ? 20 : 25) / 100, letter * 12, letter * 40));
    if (hasEnvironments)
        columns.environment = take(std::min(model->environmentWidth(QFontMetrics(option.font)), letter * 20));
    columns.badge = take(std::clamp(row.width() * 17 / 100, letter * 10, letter * 18));
    const int least = std::clamp(row.width() * 15 / 100, letter * 12, letter * 26);
    const int wanted =
        QFontMetrics(fixedFont(option.font)).horizontalAdvance(index.data(TargetModel::NowRole).toString()) + 1;
    const int warning =
        QFontMetrics(option.font).horizontalAdvance(index.data(TargetModel::WarningRole).toString()) + kGap;
    columns.now = take(std::max(least, std::min(wanted, row.right() - left - warning)));
    columns.warning = take(std::max(0, row.right() - left));
    return columns;
}

void paintBox(QPainter *painter, const QRect &place, bool ticked, const Tones &tones)
{
    QRectF box(0, 0, kBox, kBox);
    box.moveCenter(QRectF(place).center());
    box.adjust(1, 1, -1, -1);
    painter->setPen(QPen(ticked ? tones.accent : tones.muted, 1.2));
    painter->setBrush(ticked ? tones.accent : tones.panel);
    painter->drawRoundedRect(box, 4, 4);
    if (ticked)
        paintGlyph(painter, "check"_L1, box.adjusted(1, 1, -1, -1), tones.accentText);
}

void paintText(QPainter *painter, const QRect &place, const QString &text, Qt::LayoutDirection direction,
               Qt::Alignment alignment)
{
    const auto reading = directionOf(text, direction);
    painter->setLayoutDirection(reading);
    painter->drawText(
        place, int(Qt::AlignVCenter | QStyle::visualAlignment(direction, alignment)),
        QFontMetrics(painter->font()).elidedText(withChangesInOrder(text, reading), Qt::ElideRight, place.width()));
}

} // namespace

void TargetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tones = tonesOf(option.palette);
    const auto columns = columnsOf(option, index);
    painter->save();
    if (option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(option.rect, tones.selection);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tones.line);
    painter->setRenderHint(QPainter::Antialiasing);
    paintBox(painter, columns.box, index.data(Qt::CheckStateRole).toInt() == Qt::Checked, tones);

    auto name = option.font;
    name.setWeight(QFont::DemiBold);
    painter->setFont(name);
    painter->setPen(tones.text);
    paintText(painter, columns.name, index.data().toString(), option.direction, Qt::AlignLeading);
    painter->setFont(option.font);
    const auto environment = index.data(TargetModel::EnvironmentNameRole).toString();
    if (!environment.isEmpty())
        paintEnvironmentBadge(painter, columns.environment, environment,
                              index.data(TargetModel::EnvironmentColourRole).value<QColor>(), option.palette,
                              option.direction);
    const auto colour = index.data(TargetModel::InstanceColourRole).value<QColor>();
    paintInstanceBadge(painter, columns.badge, index.data(TargetModel::InstanceNameRole).toString(),
                       colour.isValid() ? colour : tones.muted, option.palette, option.direction);
    painter->setFont(fixedFont(option.font));
    painter->setPen(tones.text);
    paintText(painter, columns.now, index.data(TargetModel::NowRole).toString(), option.direction, Qt::AlignLeading);
    painter->setFont(option.font);
    const bool good = index.data(TargetModel::GoodRole).toBool();
    painter->setPen(tones.of(good ? StateRole::Good : StateRole::Held).foreground);
    paintText(painter, columns.warning, index.data(TargetModel::WarningRole).toString(), option.direction,
              Qt::AlignTrailing);
    painter->restore();
}

QSize TargetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, rowHeight(option, std::max(kRowHeight, QFontMetrics(option.font).height() * 2 + 4))};
}

bool TargetDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &,
                                 const QModelIndex &index)
{
    const bool clicked = event->type() == QEvent::MouseButtonRelease;
    const bool pressed = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!clicked && !pressed)
        return false;
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, int(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace lynceus
