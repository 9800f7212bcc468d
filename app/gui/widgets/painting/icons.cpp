#include "app/gui/widgets/painting/icons.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

// The linker omits resources of a static library without this macro, which must be used outside of namespaces.
static void loadIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QPixmap rendered(QLatin1StringView name, const QColor &colour, int pixels)
{
    loadIcons();
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const bool found = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(found, "glyph", name.data());
    if (!found)
        return {};
    // Qt's SVG renderer does not support currentColor.
    const auto svg = file.readAll().replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    QSvgRenderer(svg).render(&painter);
    return pixmap;
}

class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(QLatin1StringView name, std::optional<StateRole> role)
        : m_name(name)
        , m_role(role)
    { }

    [[nodiscard]] QIconEngine *clone() const override { return new GlyphEngine(m_name, m_role); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(painter, m_name, rect, colour(mode));
    }

    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return glyphPixmap(m_name, colour(mode), qMin(size.width(), size.height()), 1);
    }

    [[nodiscard]] QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // The size is in device pixels.
        return glyphPixmap(m_name, colour(mode), qRound(qMin(size.width(), size.height()) / scale), scale);
    }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        const auto palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (m_role)
            return stateColours(*m_role, isDark(palette.color(QPalette::Window))).foreground;
        return palette.color(QPalette::Active,
                             mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText);
    }

    QLatin1StringView m_name; ///< a string literal, so it outlives this
    std::optional<StateRole> m_role;
};

} // namespace

QIcon glyphIcon(QLatin1StringView name)
{
    return QIcon(new GlyphEngine(name, std::nullopt));
}

QIcon glyphIcon(QLatin1StringView name, StateRole role)
{
    return QIcon(new GlyphEngine(name, role));
}

QPixmap glyphPixmap(QLatin1StringView name, const QColor &colour, int side, qreal devicePixelRatio)
{
    const int pixels = qMax(1, qRound(side * devicePixelRatio));
    const auto key = u"lynceus/%1/%2/%3"_s.arg(name).arg(colour.rgba(), 0, 16).arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = rendered(name, colour, pixels);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintGlyph(QPainter *painter, QLatin1StringView name, const QRectF &place, const QColor &colour)
{
    const int side = int(qMin(place.width(), place.height()));
    const auto pixmap = glyphPixmap(name, colour, side, painter->device()->devicePixelRatioF());
    const QPointF corner(place.x() + (place.width() - side) / 2, place.y() + (place.height() - side) / 2);
    painter->drawPixmap(corner, pixmap);
}

QIcon applicationIcon()
{
    loadIcons();
    QIcon icon;
    for (const int side : {16, 20, 22, 24, 32, 40, 48, 64, 128, 256}) {
        // The small version has no gradients, and edges on whole pixels.
        const bool small = side < 32;
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(small ? u":/app/small.svg"_s : u":/app/large.svg"_s).render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

QStringList glyphNames()
{
    loadIcons();
    QStringList names = QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    return names;
}

} // namespace lynceus
