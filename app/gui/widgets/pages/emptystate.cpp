#include "app/gui/widgets/pages/emptystate.h"

#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/windowstyle.h"
#include "app/gui/widgets/text/relativefont.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace lynceus {

namespace {

constexpr int kGlyphSide = 40;
constexpr int kTextWidth = 460; ///< px at 100 %: about 70 characters, a readable line length

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_picture(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_sentence(new PlainLabel(this))
    , m_button(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->setSpacing(8);
    setRelativeFont(m_title, 1.2, QFont::DemiBold);
    for (auto *label : {m_title, m_sentence}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        label->setFixedWidth(kTextWidth);
    }
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    makePrimary(m_button);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_picture, m_title, m_sentence, m_button})
        layout->addWidget(widget, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::stepAsked);
}

void EmptyState::say(QLatin1StringView glyph, const QString &title, const QString &sentence, const QString &step)
{
    m_glyph = glyph;
    m_title->setText(title);
    m_sentence->setText(sentence);
    fitSentence();
    m_button->setText(step);
    m_button->setVisible(!step.isEmpty());
    drawGlyph();
}

/// Layouts ignore wrapped lines of centred widgets.
void EmptyState::fitSentence()
{
    for (auto *label : {m_title, m_sentence})
        label->setMinimumHeight(qMax(0, label->heightForWidth(kTextWidth))); // -1: no text
}

void EmptyState::drawGlyph()
{
    if (!m_glyph.isEmpty())
        m_picture->setPixmap(glyphPixmap(m_glyph, tonesOf(palette()).muted, kGlyphSide, devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawGlyph();
    if (event->type() == QEvent::FontChange)
        fitSentence();
    QWidget::changeEvent(event);
}

} // namespace lynceus
