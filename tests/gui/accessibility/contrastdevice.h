#pragma once

#include <QColor>
#include <QImage>
#include <QPaintDevice>
#include <QRect>
#include <QString>

#include <memory>
#include <vector>

namespace lynceus::test {

/// A painted text: its colour, the most frequent colour behind it, and its position.
struct PaintedText
{
    QString text;
    QColor colour;
    QColor ground;
    QRect place; ///< the visible part
};

/// An image that records each text painted into it, by delegates, styles and documents alike.
class ContrastDevice final : public QPaintDevice
{
public:
    explicit ContrastDevice(const QSize &size);
    ~ContrastDevice() override;

    [[nodiscard]] QPaintEngine *paintEngine() const override;
    [[nodiscard]] const std::vector<PaintedText> &texts() const;
    [[nodiscard]] const QImage &image() const;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace lynceus::test
