#pragma once

#include <QPushButton>

namespace lynceus {

/// A button in a page header that can hide its text to save space. Its icon, tool tip and accessible name remain.
/// PageHeader decides when the text is hidden.
class FittedButton final : public QPushButton
{
    Q_OBJECT
public:
    FittedButton(const QIcon &icon, const QString &text, QWidget *parent = nullptr);

    void setCompact(bool compact);
    [[nodiscard]] bool isCompact() const { return m_compact; }
    /// Width of the text in px: what hiding it saves, or has saved.
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
