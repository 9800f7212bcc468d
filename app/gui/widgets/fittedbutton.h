#pragma once

#include <QPushButton>

namespace lynceus {

/// A button of a page's header that can do without its text, where others need the room: its icon, its tool tip and
/// its name for screen readers stay. PageHeader decides.
class FittedButton final : public QPushButton
{
    Q_OBJECT
public:
    FittedButton(const QIcon &icon, const QString &text, QWidget *parent = nullptr);

    void setCompact(bool compact);
    [[nodiscard]] bool isCompact() const { return m_compact; }
    /// px that it gives up, or has given up, without its text.
    [[nodiscard]] int spared() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSize sizeWithout() const;

    bool m_compact = false;
};

} // namespace lynceus
