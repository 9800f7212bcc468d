#pragma once

#include <QPushButton>

namespace lynceus {

/// The one thing to do on a screen: filled with the accent, which the style's gradients would make hard to read.
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
