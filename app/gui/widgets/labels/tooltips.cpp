#include "app/gui/widgets/labels/tooltips.h"

#include "core/domain/text/changeorder.h"
#include "core/domain/text/visibletext.h"

#include <QApplication>
#include <QPoint>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kLongest = 2'000; // characters; about thirty lines
constexpr qsizetype kWidest = 160;    // characters per line; Qt wraps only HTML

bool isWide(const QString &text)
{
    const auto lines = QStringView(text).split(u'\n');
    return std::ranges::any_of(lines, [](QStringView line) { return line.size() > kWidest; });
}

} // namespace

QString toolTipText(const QString &text)
{
    const auto plain = inReadingOrder(visibleText(text, kLongest), QApplication::layoutDirection());
    if (!Qt::mightBeRichText(plain) && !isWide(plain))
        return plain;
    return u"<p style=\"white-space: pre-wrap\">"_s + plain.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</p>"_s;
}

void showToolTip(const QPoint &place, const QString &text, QWidget *widget)
{
    QToolTip::showText(place, toolTipText(text), widget);
}

} // namespace lynceus
