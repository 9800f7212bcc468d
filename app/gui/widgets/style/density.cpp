#include "app/gui/widgets/style/density.h"

#include "app/gui/widgets/style/windowstyle.h"

#include <QApplication>
#include <QEvent>
#include <QStyleOptionViewItem>

#include <algorithm>

namespace lynceus {

namespace {

constexpr int kLeastAir = 4; ///< px at 100 % above and below the text together

} // namespace

int rowHeight(const QStyleOptionViewItem &option, int comfortable)
{
    const auto *style = option.widget ? option.widget->style() : QApplication::style();
    if (style->styleHint(kCompactRows, &option, option.widget) == 0)
        return comfortable;
    return std::min(comfortable, std::max(comfortable * 3 / 4, option.fontMetrics.height() + kLeastAir));
}

void applyDensity(Preferences::Density density)
{
    auto *style = qobject_cast<WindowStyle *>(QApplication::style());
    const bool compact = density == Preferences::Density::Compact;
    if (!style || (style->styleHint(kCompactRows, nullptr, nullptr, nullptr) != 0) == compact)
        return;
    style->setCompact(compact);
    const auto widgets = QApplication::allWidgets();
    for (auto *widget : widgets) { // a style change makes views lay out their rows again
        QEvent changed(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &changed);
    }
}

} // namespace lynceus
