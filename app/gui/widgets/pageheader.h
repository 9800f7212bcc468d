#pragma once

#include <QWidget>

class QHBoxLayout;

namespace lynceus {

/// The first line of a screen: its name, then what belongs to the whole of it.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void addWidget(QWidget *widget, int stretch = 0);
    void addStretch();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_layout;
};

} // namespace lynceus
