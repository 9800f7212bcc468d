#pragma once

#include <QColor>
#include <QWidget>

namespace lynceus {

/// An instance's name with its colour, the same on every screen.
class InstanceBadge final : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    void showInstance(const QString &name, const QColor &colour);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QColor m_colour;
};

} // namespace lynceus
