#include "app/gui/shell/findbutton.h"

#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/icons.h"

#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

FindButton::FindButton(QWidget *parent)
    : QPushButton(glyphIcon("search"_L1), {}, parent)
    , m_labels(QString())
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Find applications, watches and commands"));
}

void FindButton::setKey(const QString &key)
{
    const auto shown = QString(key).replace(u'+', u' ');
    m_labels = {tr("Find applications, watches and commands   %1").arg(shown).trimmed(),
                tr("Find   %1").arg(shown).trimmed(), QString()};
    setPlainToolTip(this, m_labels.front());
    updateGeometry();
    update();
}

QSize FindButton::sizeWith(const QString &label) const
{
    ensurePolished();
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = label;
    constexpr int kIconGap = 8;
    auto content = fontMetrics().size(Qt::TextShowMnemonic, label);
    content.rwidth() += iconSize().width() + (label.isEmpty() ? 0 : kIconGap);
    content.setHeight(std::max({content.height(), iconSize().height(), fontMetrics().height()}));
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, content, this);
}

QSize FindButton::sizeHint() const
{
    return sizeWith(m_labels.front());
}

QSize FindButton::minimumSizeHint() const
{
    return sizeWith({});
}

void FindButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const auto fits = [this](const QString &label) { return sizeWith(label).width() <= width(); };
    const auto label = std::ranges::find_if(m_labels, fits);
    option.text = label == m_labels.end() ? QString() : *label;
    QStylePainter(this).drawControl(QStyle::CE_PushButton, option);
}

} // namespace lynceus
