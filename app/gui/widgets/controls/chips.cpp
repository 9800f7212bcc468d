#include "app/gui/widgets/controls/chips.h"

#include "app/gui/widgets/accessibility/taborder.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/controlstyle.h"
#include "core/domain/text/changeorder.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace lynceus {

namespace {

constexpr int kHeight = 28;
constexpr int kPadding = 12;
constexpr qreal kLine = 1.25; ///< px: antialiasing weakens the line's colour at round ends

QFont chosenFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

Chip::Chip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(chosenFont(font())); // so that choosing moves nothing
    return {metrics.horizontalAdvance(text()) + 2 * kPadding, qMax(kHeight, metrics.height() + 10)};
}

void Chip::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal inset = hasFocus() ? 1 : kLine / 2;
    const auto frame = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    painter.setPen(QPen(isChecked() || hasFocus() ? tones.accent : fieldBorder(palette()), hasFocus() ? 2 : kLine));
    painter.setBrush(isChecked() ? tones.selection : tones.panel);
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
    painter.setPen(isChecked() ? tones.accent : tones.text);
    painter.setFont(isChecked() ? chosenFont(font()) : font());
    painter.setLayoutDirection(directionOf(text(), layoutDirection())); // "15 min", not "min 15"
    painter.drawText(rect(), Qt::AlignCenter, text());
}

ChipRow::ChipRow(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addStretch();
    connect(m_group, &QButtonGroup::idClicked, this, &ChipRow::chosenByPerson);
}

void ChipRow::setChoices(const QStringList &texts, const QStringList &tips)
{
    const auto *before = m_group->checkedButton();
    const auto chosenText = before ? before->text() : QString();
    const auto buttons = m_group->buttons();
    QStringList shown;
    for (const auto *button : buttons)
        shown.append(button->text());
    if (shown != texts) {
        for (auto *button : buttons) {
            m_group->removeButton(button);
            delete button;
        }
        for (int i = 0; i < int(texts.size()); ++i) {
            auto *chip = new Chip(texts.at(i), this);
            chip->setAccessibleName(m_name + u' ' + texts.at(i));
            m_group->addButton(chip, i);
            m_row->insertWidget(i, chip);
        }
        choose(int(texts.indexOf(chosenText)));
        tabAsRead(window());
    }
    for (int i = 0; i < int(texts.size()); ++i)
        setPlainToolTip(m_group->button(i), tips.value(i));
}

int ChipRow::chosen() const
{
    return m_group->checkedId();
}

void ChipRow::choose(int choice)
{
    if (auto *button = m_group->button(choice)) {
        button->setChecked(true);
    } else if (auto *checked = m_group->checkedButton()) {
        m_group->setExclusive(false); // an exclusive group cannot be cleared
        checked->setChecked(false);
        m_group->setExclusive(true);
    }
}

} // namespace lynceus
