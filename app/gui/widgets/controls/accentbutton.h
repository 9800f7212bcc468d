#pragma once

#include <QPushButton>

namespace lynceus {

/// The primary button of a screen, filled with the accent colour; the style's gradients would make its text hard to
/// read.
class AccentButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit AccentButton(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace lynceus
