#include "tests/gui/accessibility/contrastdevice.h"

#include <QHash>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

namespace lynceus::test {

/// Forwards everything to a painter of the image.
class ContrastDevice::Engine final : public QPaintEngine
{
public:
    explicit Engine(const QSize &size)
        : QPaintEngine(AllFeatures)
        , image(size, QImage::Format_ARGB32_Premultiplied)
    {
        image.fill(Qt::white);
    }

    bool begin(QPaintDevice *) override { return m_painter.begin(&image); }
    bool end() override { return m_painter.end(); }
    [[nodiscard]] Type type() const override { return User; }

    void updateState(const QPaintEngineState &state) override
    {
        const auto dirty = state.state();
        if (dirty & DirtyPen)
            m_painter.setPen(state.pen());
        if (dirty & DirtyBrush)
            m_painter.setBrush(state.brush());
        if (dirty & DirtyBrushOrigin)
            m_painter.setBrushOrigin(state.brushOrigin());
        if (dirty & DirtyFont)
            m_painter.setFont(state.font());
        if (dirty & DirtyBackground)
            m_painter.setBackground(state.backgroundBrush());
        if (dirty & DirtyBackgroundMode)
            m_painter.setBackgroundMode(state.backgroundMode());
        if (dirty & DirtyTransform)
            m_painter.setTransform(state.transform());
        if (dirty & DirtyHints)
            m_painter.setRenderHints(state.renderHints());
        if (dirty & DirtyCompositionMode)
            m_painter.setCompositionMode(state.compositionMode());
        if (dirty & DirtyOpacity)
            m_painter.setOpacity(state.opacity());
        if (dirty & DirtyClipEnabled)
            m_painter.setClipping(state.isClipEnabled());
        if (dirty & DirtyClipRegion)
            m_painter.setClipRegion(state.clipRegion(), state.clipOperation());
        if (dirty & DirtyClipPath)
            m_painter.setClipPath(state.clipPath(), state.clipOperation());
    }

    void drawPixmap(const QRectF &to, const QPixmap &pixmap, const QRectF &from) override
    {
        m_painter.drawPixmap(to, pixmap, from);
    }
    void drawImage(const QRectF &to, const QImage &from, const QRectF &part, Qt::ImageConversionFlags flags) override
    {
        m_painter.drawImage(to, from, part, flags);
    }
    void drawTiledPixmap(const QRectF &place, const QPixmap &pixmap, const QPointF &start) override
    {
        m_painter.drawTiledPixmap(place, pixmap, start);
    }
    void drawRects(const QRectF *rects, int count) override { m_painter.drawRects(rects, count); }
    void drawRects(const QRect *rects, int count) override { m_painter.drawRects(rects, count); }
    void drawLines(const QLineF *lines, int count) override { m_painter.drawLines(lines, count); }
    void drawLines(const QLine *lines, int count) override { m_painter.drawLines(lines, count); }
    void drawEllipse(const QRectF &place) override { m_painter.drawEllipse(place); }
    void drawEllipse(const QRect &place) override { m_painter.drawEllipse(place); }
    void drawPath(const QPainterPath &path) override { m_painter.drawPath(path); }
    void drawPoints(const QPointF *points, int count) override { m_painter.drawPoints(points, count); }
    void drawPoints(const QPoint *points, int count) override { m_painter.drawPoints(points, count); }
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
    {
        if (mode == PolylineMode)
            m_painter.drawPolyline(points, count);
        else
            m_painter.drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }
    void drawTextItem(const QPointF &start, const QTextItem &item) override
    {
        note(start, item);
        m_painter.drawTextItem(start, item);
    }

    QImage image;
    std::vector<PaintedText> texts;

private:
    void note(const QPointF &start, const QTextItem &item)
    {
        const QRectF place(start.x(), start.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        auto seen = m_painter.transform().mapRect(place).toAlignedRect() & image.rect();
        if (m_painter.hasClipping())
            seen &= m_painter.transform().mapRect(m_painter.clipBoundingRect()).toAlignedRect();
        if (seen.isEmpty() || item.text().trimmed().isEmpty())
            return;
        QHash<QRgb, int> colours;
        for (int y = seen.top(); y <= seen.bottom(); ++y) {
            for (int x = seen.left(); x <= seen.right(); ++x)
                ++colours[image.pixel(x, y)];
        }
        auto most = colours.cbegin();
        for (auto each = colours.cbegin(); each != colours.cend(); ++each) {
            if (each.value() > most.value())
                most = each;
        }
        texts.push_back({item.text(), m_painter.pen().color(), QColor(most.key()), seen});
    }

    QPainter m_painter;
};

ContrastDevice::ContrastDevice(const QSize &size)
    : m_engine(std::make_unique<Engine>(size))
{ }

ContrastDevice::~ContrastDevice() = default;

QPaintEngine *ContrastDevice::paintEngine() const
{
    return m_engine.get();
}

const std::vector<PaintedText> &ContrastDevice::texts() const
{
    return m_engine->texts;
}

const QImage &ContrastDevice::image() const
{
    return m_engine->image;
}

int ContrastDevice::metric(PaintDeviceMetric metric) const
{
    const auto &image = m_engine->image;
    switch (metric) {
    case PdmWidth:
        return image.width();
    case PdmHeight:
        return image.height();
    case PdmWidthMM:
        return image.widthMM();
    case PdmHeightMM:
        return image.heightMM();
    case PdmNumColors:
        return image.colorCount();
    case PdmDepth:
        return image.depth();
    case PdmDpiX:
    case PdmPhysicalDpiX:
        return image.logicalDpiX();
    case PdmDpiY:
    case PdmPhysicalDpiY:
        return image.logicalDpiY();
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    }
    return 0;
}

} // namespace lynceus::test
