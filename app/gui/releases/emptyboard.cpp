#include "app/gui/releases/emptyboard.h"

#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/plainlabel.h"
#include "app/gui/widgets/tones.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kGlyphSide = 48;
constexpr int kFieldWidth = 460;
constexpr int kControlHeight = 32;

} // namespace

EmptyBoard::EmptyBoard(QWidget *parent)
    : QWidget(parent)
    , m_glyph(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_words(new PlainLabel(this))
    , m_field(new QLineEdit(this))
    , m_button(new QPushButton(this))
{
    m_glyph->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_words->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_words->setWordWrap(true);
    auto font = m_title->font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 1.4);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_field->setPlaceholderText(u"ghcr.io/acme/shop-web:1.5.0"_s); // an example, the same in all languages
    m_field->setAccessibleName(tr("Image reference"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumHeight(kControlHeight);
    m_button->setMinimumHeight(kControlHeight);

    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    for (auto *widget : {static_cast<QWidget *>(m_glyph), static_cast<QWidget *>(m_title),
                         static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_field)}) {
        column->addWidget(widget);
        widget->setMaximumWidth(kFieldWidth);
        widget->setMinimumWidth(kFieldWidth * 2 / 3);
    }
    column->addWidget(m_button, 0, Qt::AlignCenter);
    auto *centre = new QHBoxLayout;
    centre->addStretch();
    centre->addLayout(column);
    centre->addStretch();
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addLayout(centre);
    outer->addStretch(3);

    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { Q_EMIT newWatchAsked(m_field->text().trimmed()); });
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_hasInstances)
            Q_EMIT newWatchAsked(m_field->text().trimmed());
        else
            Q_EMIT addInstanceAsked();
    });
    setFocusProxy(m_field);
    setHasInstances(false);
    tint();
}

void EmptyBoard::setHasInstances(bool has)
{
    m_hasInstances = has;
    const auto *focus = window()->focusWidget();
    m_field->setVisible(has);
    setFocusProxy(has ? static_cast<QWidget *>(m_field) : m_button);
    if (focus == m_field || focus == m_button) // the first step is another one now
        focusProxy()->setFocus(Qt::OtherFocusReason);
    if (has) {
        m_title->setText(tr("No watches"));
        m_words->setText(tr("Paste the image that your pipeline pushed. Lynceus finds the applications that use it and "
                            "notifies you when the new version runs, or which pod fails."));
        m_button->setText(tr("New watch"));
    } else {
        m_title->setText(tr("Add your Argo CD instance"));
        m_words->setText(tr("Enter its address, or import contexts from the argocd CLI. Then paste an image here, and "
                            "Lynceus notifies you when it runs."));
        m_button->setText(tr("Add an instance"));
    }
}

void EmptyBoard::tint()
{
    const auto tones = tonesOf(palette());
    m_glyph->setPixmap(glyphPixmap("radar"_L1, tones.muted, kGlyphSide, devicePixelRatioF()));
    auto muted = palette();
    muted.setColor(QPalette::WindowText, tones.muted);
    if (m_words->palette().color(QPalette::WindowText) != tones.muted)
        m_words->setPalette(muted);
}

bool EmptyBoard::eventFilter(QObject *watched, QEvent *event)
{
    // What is pasted is complete: no second key is needed.
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        Q_EMIT newWatchAsked(QGuiApplication::clipboard()->text().trimmed());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void EmptyBoard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace lynceus
