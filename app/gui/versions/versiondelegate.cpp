#include "app/gui/versions/versiondelegate.h"

#include "app/gui/versions/versionsmodel.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/density.h"
#include "app/gui/widgets/text/versionstext.h"
#include "core/domain/text/changeorder.h"

#include <QFontDatabase>
#include <QPainter>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeight = 52; ///< px at 100 %
constexpr int kPadding = 8;    ///< same as titles
constexpr int kGlyph = 14;
constexpr int kGap = 5;

QFont fixed(const QFont &like)
{
    auto font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(like.pointSizeF() > 0 ? like.pointSizeF() : font.pointSizeF());
    return font;
}

/// Paints the parts of one cell from its edges inwards.
class Line final
{
public:
    Line(QPainter *painter, const QRect &place, Qt::LayoutDirection direction)
        : m_painter(painter)
        , m_place(place)
        , m_left(place)
        , m_direction(direction)
    { }

    [[nodiscard]] int room() const { return m_left.width(); }

    void leading(QLatin1StringView glyph, const QColor &colour)
    {
        paintGlyph(m_painter, glyph, visual(take(kGlyph, true)), colour);
    }

    /// Paints as much of @p text as fits.
    void leading(const QString &text, Qt::TextElideMode elide)
    {
        const QFontMetrics metrics(m_painter->font());
        const auto fitted = metrics.elidedText(text, elide, room());
        draw(fitted, take(metrics.horizontalAdvance(fitted) + 1, true));
    }

    void trailing(const QString &text)
    {
        draw(text, take(QFontMetrics(m_painter->font()).horizontalAdvance(text) + 1, false));
    }

    void trailing(QLatin1StringView glyph, const QColor &colour)
    {
        paintGlyph(m_painter, glyph, visual(take(kGlyph, false)), colour);
    }

private:
    QRect take(int width, bool isLeading)
    {
        QRect taken = m_left;
        if (isLeading) {
            taken.setWidth(width);
            m_left.setLeft(m_left.left() + width + kGap);
        } else {
            taken.setLeft(m_left.right() + 1 - width);
            m_left.setRight(m_left.right() - width - kGap);
        }
        return taken;
    }

    [[nodiscard]] QRect visual(const QRect &place) const { return QStyle::visualRect(m_direction, m_place, place); }

    void draw(const QString &text, const QRect &place) const
    {
        m_painter->setLayoutDirection(directionOf(text, m_direction));
        m_painter->drawText(visual(place), int(Qt::AlignVCenter | Qt::AlignAbsolute | Qt::AlignLeft), text);
    }

    QPainter *m_painter;
    QRect m_place;
    QRect m_left;
    Qt::LayoutDirection m_direction;
};

} // namespace

void VersionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const VersionsModel *>(index.model());
    const auto cell = model->cell(index.row(), index.column());
    const auto tones = tonesOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto &rect = option.rect;
    painter->save();
    painter->fillRect(rect, selected ? tones.selection : tones.panel);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tones.line);
    const auto text = selected ? tones.selectedText : tones.text;
    const auto muted = selected ? tones.selectedText : tones.muted;
    const QRect inner = rect.adjusted(kPadding, 0, -kPadding, -1);
    const auto versionFont = fixed(option.font);
    const QFontMetrics metrics(option.font);
    const int first = qMax(QFontMetrics(versionFont).height(), metrics.height());
    const int second = qMax(metrics.height(), kGlyph);
    const int top = inner.top() + (inner.height() - first - second) / 2;
    if (cell.versions.isEmpty()) {
        painter->setFont(option.font);
        painter->setPen(muted);
        Line(painter, inner, option.direction).leading(u"–"_s, Qt::ElideRight);
    } else {
        Line upper(painter, QRect(inner.left(), top, inner.width(), first), option.direction);
        painter->setFont(option.font);
        painter->setPen(muted);
        // The version has priority over the age.
        const int needed = QFontMetrics(versionFont).horizontalAdvance(cell.versions) + 1 + kGap;
        if (needed + metrics.horizontalAdvance(cell.age) < upper.room())
            upper.trailing(cell.age);
        painter->setFont(versionFont);
        painter->setPen(text);
        upper.leading(fittedVersions(cell.versions, QFontMetrics(versionFont), upper.room()), Qt::ElideMiddle);

        Line lower(painter, QRect(inner.left(), top + first, inner.width(), second), option.direction);
        painter->setFont(option.font);
        const auto state = tones.of(cell.state.role).foreground;
        const auto held = tones.of(StateRole::Held).foreground;
        const auto remark = cell.hasDrift ? tr("drift") : cell.ahead.isEmpty() ? QString() : tr("behind");
        lower.leading(cell.state.glyph, state);
        if (!remark.isEmpty()) {
            painter->setPen(held);
            const int both = metrics.horizontalAdvance(cell.state.word) + metrics.horizontalAdvance(remark);
            if (both + kGlyph + 3 * kGap < lower.room())
                lower.trailing(remark);
            lower.trailing(cell.hasDrift ? "layers"_L1 : "arrow-down"_L1, held);
        }
        painter->setPen(state);
        lower.leading(cell.state.word, Qt::ElideRight);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tones.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(fixed(option.font)).height() + option.fontMetrics.height();
    const int height = rowHeight(option, qMax(kRowHeight, lines + 10));
    return {option.fontMetrics.averageCharWidth() * 20, qMax(height, lines + 4)};
}

} // namespace lynceus
