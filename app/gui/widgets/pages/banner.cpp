#include "app/gui/widgets/pages/banner.h"

#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGlyphSide = 18;
constexpr int kMargin = 12;

QLatin1StringView glyphOf(StateRole role)
{
    switch (role) {
    case StateRole::Good:
        return "circle-check"_L1;
    case StateRole::Working:
    case StateRole::Neutral:
        return "info"_L1;
    case StateRole::Bad:
        return "circle-alert"_L1;
    case StateRole::Held:
        return "triangle-alert"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new PlainLabel(this))
    , m_detail(new PlainLabel(this))
    , m_remedy(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin, 8, kMargin, 8);
    layout->setSpacing(12);
    layout->addSpacing(kGlyphSide + 10); // margins are not mirrored by Qt
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_sentence);
    texts->addWidget(m_detail);
    layout->addLayout(texts, 1);
    layout->addWidget(m_remedy);
    layout->addWidget(m_close);
    for (auto *label : {m_sentence, m_detail}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_close->setIcon(glyphIcon("x"_L1));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Dismiss"));
    setPlainToolTip(m_close, tr("Dismiss"));
    m_close->hide();
    hide();
    connect(m_remedy, &QPushButton::clicked, this, &Banner::remedyAsked);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
}

void Banner::say(StateRole role, const QString &sentence, const QString &detail, const QString &remedy)
{
    const bool isNew = isHidden() || m_sentence->text() != sentence;
    m_role = role;
    m_sentence->setText(sentence);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_remedy->setText(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
    setAccessibleName(sentence);
    colour();
    show();
    if (isNew) { // announce it: Qt 6.4 has no event for announcements
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    update();
}

void Banner::setDismissable(bool dismissable)
{
    m_close->setVisible(dismissable);
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

void Banner::colour()
{
    auto colours = m_sentence->palette();
    const auto wanted = tonesOf(palette()).of(m_role).foreground;
    if (colours.color(QPalette::WindowText) == wanted)
        return;
    colours.setColor(QPalette::WindowText, wanted);
    m_sentence->setPalette(colours);
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colour();
    QFrame::changeEvent(event);
}

void Banner::paintEvent(QPaintEvent *)
{
    const auto colours = tonesOf(palette()).of(m_role);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.background);
    painter.drawRoundedRect(rect(), 6, 6);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - kMargin - kGlyphSide : kMargin;
    paintGlyph(&painter, glyphOf(m_role), QRectF(x, 10, kGlyphSide, kGlyphSide), colours.foreground);
}

} // namespace lynceus
