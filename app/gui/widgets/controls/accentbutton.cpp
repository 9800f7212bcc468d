#include "app/gui/widgets/controls/accentbutton.h"

#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/text/mnemonics.h"

#include <QPainter>

namespace lynceus {

namespace {

constexpr int kHeight = 34;
constexpr int kPadding = 16;
constexpr qreal kRadius = 6;
constexpr double kPressed = 0.18;
constexpr double kHovered = 0.08;
constexpr double kDisabled = 0.6; ///< opacity; muted text stays readable

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

AccentButton::AccentButton(QWidget *parent)
    : QPushButton(parent)
{
    setAttribute(Qt::WA_Hover);
}

QSize AccentButton::sizeHint() const
{
    const QFontMetrics metrics(strong(font()));
    return {metrics.horizontalAdvance(text()) + 2 * kPadding, qMax(kHeight, metrics.height() + 14)};
}

void AccentButton::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    auto fill = isEnabled() ? tones.accent : blended(tones.panel, tones.line, kDisabled);
    if (isEnabled() && isDown())
        fill = blended(fill, tones.text, kPressed);
    else if (isEnabled() && underMouse())
        fill = blended(fill, tones.text, kHovered);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()), kRadius, kRadius);
    if (hasFocus()) {
        painter.setPen(QPen(tones.accentText, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), kRadius - 2, kRadius - 2);
    }
    painter.setFont(strong(font()));
    painter.setPen(isEnabled() ? tones.accentText : tones.muted);
    painter.drawText(rect(), int(Qt::AlignCenter) | mnemonicFlags(text()), text());
}

} // namespace lynceus
