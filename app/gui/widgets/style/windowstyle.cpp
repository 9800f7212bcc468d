#include "app/gui/widgets/style/windowstyle.h"

#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/controlstyle.h"
#include "app/gui/widgets/style/density.h"
#include "app/gui/widgets/style/headerstyle.h"
#include "app/gui/widgets/style/scrollbarstyle.h"
#include "app/gui/widgets/style/toolbuttonstyle.h"
#include "app/gui/widgets/text/mnemonics.h"
#include "core/domain/text/changeorder.h"

#include <QDialogButtonBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPrimary = "lynceusPrimary";
constexpr int kButtonHeight = 32; ///< px at 100 %, four steps of the grid
constexpr int kHeaderPadding = 8;
constexpr int kIconGap = 8;
constexpr int kRowAir = 10; ///< px at 100 % around the text of a plain row
constexpr int kMenuArrow = 16;
constexpr int kFieldPadding = 6;

bool isPrimary(const QWidget *widget)
{
    return widget && widget->property(kPrimary).toBool();
}

void paintButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const auto tones = tonesOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = option->state & QStyle::State_MouseOver;
    const bool primary = isPrimary(widget) && enabled;
    QColor fill = primary ? tones.accent : tones.panel;
    if (enabled && (down || hovered))
        fill = primary ? blended(fill, tones.text, down ? 0.2 : 0.1) : blended(fill, tones.accent, down ? 0.2 : 0.08);
    const bool focused = option->state & QStyle::State_HasFocus;
    paintFrame(painter, option->rect, fill,
               focused       ? (primary ? tones.text : tones.accent)
                   : primary ? fill
                             : tones.line,
               focused ? 2 : 1);
}

QPixmap tinted(QPixmap pixmap, const QColor &colour)
{
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    return pixmap;
}

void paintButtonLabel(const QStyleOptionButton &button, QPainter *painter, bool primary)
{
    const bool enabled = button.state & QStyle::State_Enabled;
    const auto tones = tonesOf(button.palette);
    const auto colour = !enabled ? button.palette.color(QPalette::Disabled, QPalette::ButtonText)
        : primary                ? tones.accentText
                                 : button.palette.color(QPalette::ButtonText);
    QRect place = button.rect;
    if (button.features & QStyleOptionButton::HasMenu) // the bevel draws its arrow
        place = QStyle::visualRect(button.direction, place, place.adjusted(0, 0, -kMenuArrow, 0));
    const bool hasIcon = !button.icon.isNull();
    const int iconWidth = hasIcon ? button.iconSize.width() + (button.text.isEmpty() ? 0 : kIconGap) : 0;
    const int textWidth = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int left = place.left() + (place.width() - iconWidth - textWidth) / 2;
    if (hasIcon) {
        const QRect icon(left, place.top() + (place.height() - button.iconSize.height()) / 2, button.iconSize.width(),
                         button.iconSize.height());
        const auto pixmap = button.icon.pixmap(button.iconSize, painter->device()->devicePixelRatioF(),
                                               enabled ? QIcon::Normal : QIcon::Disabled);
        painter->drawPixmap(QStyle::visualRect(button.direction, place, icon),
                            primary ? tinted(pixmap, colour) : pixmap);
    }
    painter->setPen(colour);
    const auto before = painter->layoutDirection();
    painter->setLayoutDirection(directionOf(button.text, button.direction)); // "…" stays behind
    const QRect text(left + iconWidth, place.top(), textWidth + 2, place.height());
    painter->drawText(QStyle::visualRect(button.direction, place, text),
                      int(Qt::AlignVCenter) | mnemonicFlags(button.text), button.text);
    painter->setLayoutDirection(before);
}

void paintLineEdit(const QStyleOption *option, QPainter *painter)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const auto tones = tonesOf(option->palette);
    if (!frame || frame->lineWidth <= 0) {
        painter->fillRect(option->rect, tones.panel);
        return;
    }
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focused = option->state & QStyle::State_HasFocus;
    paintFrame(painter, option->rect, tones.panel,
               focused       ? tones.accent
                   : enabled ? fieldBorder(option->palette)
                             : tones.line,
               focused ? 2 : 1);
}

/// Qt lays out all texts of a list in the direction of the list. Messages of servers stay readable, and "…" behind
/// them.
void isolateText(QStyleOptionViewItem &item)
{
    if (item.direction == Qt::RightToLeft && directionOf(item.text, item.direction) == Qt::LeftToRight)
        item.text.prepend(u'\u2066'); // left-to-right isolate, to the end of the line
}

/// Qt cuts a text that is wider than the field, in right-to-left layouts at its beginning.
QStyleOptionComboBox fittedCombo(const QStyle &style, const QStyleOptionComboBox &combo, const QWidget *widget)
{
    constexpr int kFieldInset = 2; // px, of QFusionStyle
    constexpr int kFieldIconGap = 4;
    auto fitted = combo;
    const auto field = style.subControlRect(QStyle::CC_ComboBox, &combo, QStyle::SC_ComboBoxEditField, widget);
    const int icon = combo.currentIcon.isNull() ? 0 : combo.iconSize.width() + kFieldIconGap;
    fitted.currentText =
        combo.fontMetrics.elidedText(combo.currentText, Qt::ElideRight, field.width() - kFieldInset - icon);
    if (combo.direction == Qt::RightToLeft && directionOf(combo.currentText, combo.direction) == Qt::LeftToRight)
        fitted.currentText.prepend(u'\u2066'); // "…" stays behind
    return fitted;
}

/// Lists and read-only texts have a thin border; editable ones have that of a field.
QColor frameColour(const QStyleOption &option, const QWidget *widget)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    const auto tones = tonesOf(option.palette);
    if (!text || text->isReadOnly() || !text->isEnabled())
        return tones.line;
    return text->hasFocus() ? tones.accent : fieldBorder(option.palette);
}

void paintHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const auto tones = tonesOf(option->palette);
    painter->fillRect(option->rect, tones.panel);
    const QRect &place = option->rect;
    painter->fillRect(QRect(place.left(), place.bottom(), place.width(), 1), tones.line);
}

/// The text of an option or widget for which the style decides about underlining.
QString mnemonicText(const QStyleOption *option, const QWidget *widget)
{
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
        return item->text;
    if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
        return tab->text;
    return widget ? widget->property("text").toString() : QString(); // of a label or a button
}

void paintTab(const QStyleOptionTab &tab, QPainter *painter)
{
    const auto tones = tonesOf(tab.palette);
    const QRect &place = tab.rect;
    painter->fillRect(QRect(place.left(), place.bottom(), place.width(), 1), tones.line);
    if (tab.state & QStyle::State_Selected)
        painter->fillRect(QRect(place.left(), place.bottom() - 1, place.width(), 2), tones.accent);
    if (tab.state & QStyle::State_HasFocus)
        paintFrame(painter, QRectF(place).adjusted(2, 2, -2, -4), Qt::transparent, tones.accent);
}

} // namespace

WindowStyle::WindowStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{ }

void WindowStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QScrollBar *>(widget)) {
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false); // what is below the handle must be painted
        widget->setAttribute(Qt::WA_Hover);
    }
    // In Qt 6.4 the first button becomes the focus proxy of the box, which may be between the buttons in the tab order:
    // Tab then returned to the first button and never reached the later ones.
    if (auto *box = qobject_cast<QDialogButtonBox *>(widget))
        box->setFocusProxy(nullptr);
}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    if (element == PE_PanelButtonCommand)
        paintButton(option, painter, widget);
    else if (element == PE_PanelLineEdit)
        paintLineEdit(option, painter);
    else if (element == PE_Frame) {
        painter->setPen(frameColour(*option, widget));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    } else if (element == PE_FrameTabBarBase)
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          tonesOf(option->palette).line);
    else if (element == PE_IndicatorCheckBox)
        paintCheckBox(*option, painter);
    else if (element == PE_IndicatorRadioButton)
        paintRadioButton(*option, painter);
    else if (element == PE_FrameFocusRect && qobject_cast<const QPushButton *>(widget))
        return; // the button's frame shows the focus
    else if (element == PE_FrameFocusRect)
        paintFrame(painter, option->rect, Qt::transparent, tonesOf(option->palette).accent);
    else if (element == PE_PanelButtonTool && (option->state & State_AutoRaise)
             && !(option->state & (State_MouseOver | State_Sunken | State_On | State_HasFocus)))
        return; // flat until hovered
    else if (element == PE_PanelButtonTool)
        paintButton(option, painter, widget);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void WindowStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option); header && element == CE_Header) {
        drawControl(CE_HeaderSection, header, painter, widget);
        const auto places = headerPlaces(*header, kHeaderPadding);
        auto part = *header;
        part.rect = places.label;
        drawControl(CE_HeaderLabel, &part, painter, widget);
        part.rect = places.arrow;
        if (!places.arrow.isEmpty())
            paintHeaderArrow(part, painter);
        return;
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        paintHeaderSection(option, painter);
        return;
    }
    if (element == CE_TabBarTabShape) {
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            paintTab(*tab, painter);
        return;
    }
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        item && element == CE_ItemViewItem) {
        auto isolated = *item;
        isolateText(isolated);
        QProxyStyle::drawControl(element, &isolated, painter, widget);
        return;
    }
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && element == CE_ComboBoxLabel && !combo->editable) {
        const auto fitted = fittedCombo(*proxy(), *combo, widget);
        QProxyStyle::drawControl(element, &fitted, painter, widget);
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButtonLabel && button) {
        paintButtonLabel(*button, painter, isPrimary(widget));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void WindowStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (control == CC_ToolButton && button && paintToolButton(*this, *button, painter, widget))
        return;
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && control == CC_ComboBox)
        return paintComboBox(*this, *combo, painter, widget);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox)
        return paintSpinBox(*this, *spin, painter, widget);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return paintScrollBar(*this, *bar, painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect WindowStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header && element == SE_HeaderLabel)
        return headerPlaces(*header, kHeaderPadding).label;
    const auto place = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return place.adjusted(kFieldPadding, 0, -kFieldPadding, 0);
    return place;
}

QRect WindowStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return scrollBarRect(*bar, part);
    const auto place = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return place.adjusted(kFieldPadding, 0, -kFieldPadding, 0);
    return place;
}

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_HeaderMargin:
        return kHeaderPadding;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return kIndicatorSide;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ScrollBarExtent:
        return kScrollBarExtent;
    case PM_ScrollView_ScrollBarOverlap:
        return isOverlaid(widget) ? kScrollBarExtent : 0;
    case PM_SplitterWidth:
        return 5;
    default: // the others are those of Fusion
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *answer) const
{
    if (hint == kCompactRows)
        return m_compact ? 1 : 0;
    if (hint == SH_ScrollBar_Transient)
        return isOverlaid(widget) ? 1 : 0;
    if (hint == SH_UnderlineShortcut && (mnemonicFlags(mnemonicText(option, widget)) & Qt::TextHideMnemonic))
        return 0;
    if (hint == SH_ToolTip_WakeUpDelay)
        return 400; // ms: stage marks and icons are often hovered for their names
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0; // style icons would differ from ours
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

QSize WindowStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    auto needed = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton)
        needed = {needed.width() + 16, qMax(needed.height(), kButtonHeight)};
    else if (type == CT_LineEdit || type == CT_ComboBox)
        needed = {needed.width() + (type == CT_ComboBox ? 2 * kFieldPadding : 0), qMax(needed.height(), kButtonHeight)};
    else if (type == CT_SpinBox)
        needed.setHeight(qMax(needed.height(), kButtonHeight));
    else if (type == CT_TabBarTab)
        needed += QSize(8, 10);
    else if (type == CT_ItemViewItem)
        needed.setHeight(qMax(needed.height(), option->fontMetrics.height() + kRowAir));
    else if (type == CT_HeaderSection)
        needed.setHeight(qMax(needed.height(), kButtonHeight));
    else if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
             button && type == CT_ToolButton)
        needed.rwidth() += menuArrowRoom(*button) + (button->state & State_AutoRaise ? 0 : kIconGap);
    return needed;
}

void makePrimary(QPushButton *button)
{
    button->setProperty(kPrimary, true);
    button->setAttribute(Qt::WA_Hover);
    button->update();
}

} // namespace lynceus
