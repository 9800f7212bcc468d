#include "app/gui/detail/instancebadge.h"

#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/badge.h"

#include <QPainter>

namespace lynceus {

void InstanceBadge::showInstance(const QString &name, const QColor &colour)
{
    if (m_name == name && m_colour == colour)
        return;
    m_name = name;
    m_colour = colour;
    setAccessibleName(tr("Instance %1").arg(name));
    setPlainToolTip(this, accessibleName());
    updateGeometry();
    update();
}

QSize InstanceBadge::sizeHint() const
{
    constexpr int kFrame = 6;
    return {instanceBadgeWidth(fontMetrics(), m_name), fontMetrics().height() + kFrame};
}

void InstanceBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintInstanceBadge(&painter, rect(), m_name, m_colour, palette(), layoutDirection());
}

} // namespace lynceus
