#include "app/gui/widgets/painting/badge.h"

#include "app/gui/widgets/painting/tones.h"
#include "core/domain/text/visibletext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 8;
constexpr int kSquare = 8;
constexpr int kGap = 6;

} // namespace

int instanceBadgeWidth(const QFontMetrics &metrics, const QString &name)
{
    return metrics.horizontalAdvance(name) + 2 * kPadding + kSquare + kGap + 2; // font metrics round down
}

void paintInstanceBadge(QPainter *painter, const QRectF &place, const QString &name, const QColor &colour,
                        const QPalette &palette, Qt::LayoutDirection direction)
{
    const auto tones = tonesOf(palette);
    const QFontMetrics metrics(painter->font());
    const auto width = qMin(place.width(), qreal(instanceBadgeWidth(metrics, name)));
    const QSize size(int(width), metrics.height() + 4);
    const QRectF frame = QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, size, place.toRect());
    const QRect inner = frame.toRect().adjusted(kPadding, 0, -kPadding, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tones.line, 1));
    painter->setBrush(tones.panel);
    painter->drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawRoundedRect(
        QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, QSize(kSquare, kSquare), inner), 2, 2);
    const QRect text = QStyle::visualRect(direction, inner, inner.adjusted(kSquare + kGap, 0, 0, 0));
    painter->setPen(tones.muted);
    painter->drawText(text, int(Qt::AlignVCenter | QStyle::visualAlignment(direction, Qt::AlignLeading)),
                      metrics.elidedText(visibleLine(name), Qt::ElideRight, text.width()));
    painter->restore();
}

int environmentBadgeWidth(const QFontMetrics &metrics, const QString &name)
{
    return metrics.horizontalAdvance(name) + 2 * kPadding + 2;
}

void paintEnvironmentBadge(QPainter *painter, const QRectF &place, const QString &name, const QColor &colour,
                           const QPalette &palette, Qt::LayoutDirection direction)
{
    constexpr double kGroundShare = 0.2; // share of the colour, same as for state badges
    const auto tones = tonesOf(palette);
    const auto ground = blended(tones.panel, colour, kGroundShare);
    const QFontMetrics metrics(painter->font());
    const auto width = qMin(place.width(), qreal(environmentBadgeWidth(metrics, name)));
    const QSize size(int(width), metrics.height() + 4);
    const QRectF frame = QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, size, place.toRect());
    const QRect inner = frame.toRect().adjusted(kPadding, 0, -kPadding, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(frame, 4, 4);
    painter->setPen(readableOn(ground, colour));
    painter->drawText(inner, int(Qt::AlignVCenter | QStyle::visualAlignment(direction, Qt::AlignLeading)),
                      metrics.elidedText(visibleLine(name), Qt::ElideRight, inner.width()));
    painter->restore();
}

QIcon colourIcon(const QString &colour)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(colour));
    painter.drawRoundedRect(2, 2, 12, 12, 3, 3);
    return QIcon(pixmap);
}

QString freeInstanceColour(const QStringList &used)
{
    const auto all = instanceColours();
    for (const auto &colour : all) {
        if (!used.contains(colour, Qt::CaseInsensitive))
            return colour;
    }
    return all[used.size() % all.size()];
}

} // namespace lynceus
