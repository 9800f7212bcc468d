#pragma once

#include <QColor>
#include <QImage>
#include <QPaintDevice>
#include <QRect>
#include <QString>

#include <memory>
#include <vector>

namespace lynceus::test {

/// A text as it was painted: its colour, what was below it most, and where.
struct PaintedText
{
    QString text;
    QColor colour;
    QColor ground;
    QRect place; ///< what is seen of it
};

/// An image that notes each text that is painted into it, whoever paints: delegates, styles, documents.
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
