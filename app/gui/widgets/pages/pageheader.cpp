#include "app/gui/widgets/pages/pageheader.h"

#include "app/gui/widgets/controls/fittedbutton.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/text/relativefont.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace lynceus {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(16, 8, 16, 8);
    m_layout->setSpacing(8);
    auto *label = new PlainLabel(title, this);
    setRelativeFont(label, 1.2, QFont::DemiBold);
    m_layout->addWidget(label);
    m_layout->addSpacing(16);
    setMinimumHeight(52); // px, from the design
}

void PageHeader::addWidget(QWidget *widget, int stretch)
{
    if (auto *button = qobject_cast<FittedButton *>(widget))
        m_buttons.push_back(button);
    m_layout->addWidget(widget, stretch);
}

void PageHeader::addStretch()
{
    m_layout->addStretch();
}

QSize PageHeader::minimumSizeHint() const
{
    auto least = QWidget::minimumSizeHint();
    for (const auto *button : m_buttons) {
        if (!button->isHidden() && !button->isCompact())
            least.rwidth() -= button->spared();
    }
    return least;
}

bool PageHeader::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitButtons();
    return handled;
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitButtons();
}

void PageHeader::fitButtons()
{
    int lacking = minimumSizeHint().width() - width();
    for (const auto *button : m_buttons)
        lacking += button->isHidden() ? 0 : button->spared();
    for (auto *button : m_buttons) {
        if (button->isHidden())
            continue;
        button->setCompact(lacking > 0);
        lacking -= button->spared();
    }
}

void PageHeader::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tones.panel);
    painter.fillRect(0, height() - 1, width(), 1, tones.line);
}

} // namespace lynceus
