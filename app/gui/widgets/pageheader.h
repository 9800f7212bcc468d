#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace lynceus {

class FittedButton;

/// The first line of a screen: its name, then what belongs to the whole of it. Where there is too little room for all,
/// its buttons give up their texts, the first one first; a field keeps the room that it needs to be read.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void addWidget(QWidget *widget, int stretch = 0);
    void addStretch();

    /// Of buttons without texts.
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
