#include "app/gui/detail/detailbanner.h"

#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPushButton>

namespace lynceus {

namespace {

// px at 100 %.
constexpr int kPadding = 10;
constexpr int kIcon = 20;
constexpr qreal kRadius = 6;

PlainLabel *selectableLabel(QWidget *parent)
{
    auto *label = new PlainLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

DetailBanner::DetailBanner(QWidget *parent)
    : QFrame(parent)
    , m_sentence(selectableLabel(this))
    , m_more(selectableLabel(this))
    , m_remedy(new QPushButton(tr("Try again"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    row->setSpacing(kPadding);
    row->addSpacing(kIcon + kPadding); // margins are not mirrored by Qt
    auto *layout = new QVBoxLayout;
    layout->setSpacing(kPadding / 2);
    layout->addWidget(m_sentence);
    layout->addWidget(m_more);
    row->addLayout(layout, 1);
    row->addWidget(m_remedy, 0, Qt::AlignVCenter);
    m_remedy->hide();
    connect(m_remedy, &QPushButton::clicked, this, &DetailBanner::remedyAsked);
    hide();
}

void DetailBanner::showText(const std::optional<BannerText> &text, StateRole role, QLatin1StringView glyph)
{
    setVisible(text.has_value());
    if (!text)
        return;
    m_role = role;
    m_glyph = glyph;
    if (m_sentence->text() != text->sentence)
        m_sentence->setText(text->sentence);
    if (m_more->text() != text->more)
        m_more->setText(text->more);
    m_more->setVisible(!text->more.isEmpty());
    if (!text->remedy.isEmpty())
        m_remedy->setText(text->remedy);
    m_remedy->setVisible(!text->remedy.isEmpty());
    setAccessibleName(text->sentence);
    setAccessibleDescription(text->more);
    tint();
    update();
}

void DetailBanner::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    const auto colours = tones.of(m_role);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.background);
    painter.drawRoundedRect(rect(), kRadius, kRadius);
    const QRect icon(kPadding, kPadding, kIcon, kIcon);
    if (!m_glyph.isEmpty())
        paintGlyph(&painter, m_glyph, QStyle::visualRect(layoutDirection(), rect(), icon), colours.foreground);
}

void DetailBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void DetailBanner::tint()
{
    auto colours = m_sentence->palette();
    const auto wanted = tonesOf(palette()).of(m_role).foreground;
    if (colours.color(QPalette::WindowText) == wanted)
        return;
    colours.setColor(QPalette::WindowText, wanted);
    m_sentence->setPalette(colours);
}

} // namespace lynceus
