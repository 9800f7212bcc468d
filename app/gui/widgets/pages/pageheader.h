#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace lynceus {

class FittedButton;

/// The top row of a screen: its title, then the controls that apply to the whole screen. If they do not fit, the
/// buttons hide their texts, starting with the first; a field keeps its minimum width.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void addWidget(QWidget *widget, int stretch = 0);
    void addStretch();

    /// Computed with the texts of all buttons hidden.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fitButtons();

    QHBoxLayout *m_layout;
    std::vector<FittedButton *> m_buttons;
};

} // namespace lynceus
