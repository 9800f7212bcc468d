#pragma once

#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace lynceus {

/// A stack that is only as large as its current page. QStackedWidget is as large as its largest page, so that a window
/// that fits the board would scroll because of Deployments.
class PageStack final : public QStackedWidget
{
public:
    explicit PageStack(QWidget *parent = nullptr)
        : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
    }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return currentWidget() ? currentWidget()->minimumSizeHint() : QStackedWidget::minimumSizeHint();
    }
};

/// The same for tabs.
class PageTabs final : public QTabWidget
{
public:
    explicit PageTabs(QWidget *parent = nullptr)
        : QTabWidget(parent)
    {
        connect(this, &QTabWidget::currentChanged, this, &QWidget::updateGeometry);
    }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const auto page = currentWidget() ? currentWidget()->minimumSizeHint() : QSize(0, 0);
        return {qMax(page.width(), tabBar()->minimumSizeHint().width()), page.height() + tabBar()->sizeHint().height()};
    }
};

} // namespace lynceus
