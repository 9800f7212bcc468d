#include "app/gui/widgets/accessibility/spokenas.h"

#include <QAccessibleWidget>
#include <QStackedWidget>
#include <QVariant>
#include <QWidget>

namespace lynceus {

namespace {

constexpr auto kRole = "lynceusRole";
constexpr auto kValue = "lynceusValue";

class SpokenWidget final : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;

    [[nodiscard]] QString text(QAccessible::Text part) const override
    {
        return part == QAccessible::Value ? widget()->property(kValue).toString() : QAccessibleWidget::text(part);
    }
};

QAccessibleInterface *spokenInterface(const QString &, QObject *object)
{
    const auto role = object->property(kRole);
    auto *widget = qobject_cast<QWidget *>(object);
    if (widget && role.isValid())
        return new SpokenWidget(widget, QAccessible::Role(role.toInt()));
    // Hides the stack itself: screen readers would announce a "layered pane" at each step into a page.
    return qobject_cast<QStackedWidget *>(object) ? new QAccessibleWidget(widget, QAccessible::Client) : nullptr;
}

} // namespace

void speakAs(QWidget *widget, QAccessible::Role role)
{
    widget->setProperty(kRole, int(role));
    QAccessible::installFactory(spokenInterface); // installs only once
}

void setSpokenValue(QWidget *widget, const QString &value)
{
    if (widget->property(kValue).toString() == value)
        return;
    widget->setProperty(kValue, value);
    QAccessibleValueChangeEvent changed(widget, value);
    QAccessible::updateAccessibility(&changed);
}

} // namespace lynceus
