#include "app/gui/widgets/pageheader.h"

#include "app/gui/widgets/plainlabel.h"
#include "app/gui/widgets/relativefont.h"
#include "app/gui/widgets/tones.h"

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
    setMinimumHeight(52); // the drawings' first line
}

void PageHeader::addWidget(QWidget *widget, int stretch)
{
    m_layout->addWidget(widget, stretch);
}

void PageHeader::addStretch()
{
    m_layout->addStretch();
}

void PageHeader::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tones.panel);
    painter.fillRect(0, height() - 1, width(), 1, tones.line);
}

} // namespace lynceus
