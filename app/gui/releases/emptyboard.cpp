#include "app/gui/releases/emptyboard.h"

#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/text/relativefont.h"

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
    , m_import(new QPushButton(glyphIcon("file-input"_L1), QString(), this))
    , m_button(new QPushButton(this))
    , m_demo(new QPushButton(glyphIcon("play"_L1), tr("See the demo"), this))
{
    m_glyph->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_words->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_words->setWordWrap(true);
    setRelativeFont(m_title, 1.4, QFont::DemiBold);
    m_field->setPlaceholderText(u"ghcr.io/acme/shop-web:1.5.0"_s); // an example, not translated
    m_field->setAccessibleName(tr("Image reference"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumHeight(kControlHeight);
    setPlainToolTip(m_demo, tr("Opens a second window with simulated instances. Nothing leaves this computer."));
    for (auto *button : {m_import, m_button, m_demo})
        button->setMinimumHeight(kControlHeight);

    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    for (auto *widget : {static_cast<QWidget *>(m_glyph), static_cast<QWidget *>(m_title),
                         static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_field)}) {
        column->addWidget(widget);
        widget->setMaximumWidth(kFieldWidth);
        widget->setMinimumWidth(kFieldWidth * 2 / 3);
    }
    for (auto *button : {m_import, m_button, m_demo})
        column->addWidget(button, 0, Qt::AlignCenter);
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
    connect(m_import, &QPushButton::clicked, this, &EmptyBoard::importAsked);
    connect(m_demo, &QPushButton::clicked, this, &EmptyBoard::demoAsked);
    setFocusProxy(m_field);
    setHasInstances(false);
    tint();
}

void EmptyBoard::setHasInstances(bool has)
{
    m_hasInstances = has;
    showSteps();
    if (has) {
        m_title->setText(tr("No watches"));
        m_words->setText(tr("Paste the image that your pipeline pushed. Lynceus finds the applications that use it and "
                            "notifies you when the new version runs, or which pod fails."));
        m_button->setText(tr("New watch"));
    } else {
        m_title->setText(tr("Add your Argo CD instance"));
        m_words->setText(
            tr("Lynceus needs its address and your sign-in, as the argocd CLI does. Then paste an image here, "
               "and Lynceus notifies you when it runs."));
        m_button->setText(tr("Add an instance"));
    }
}

void EmptyBoard::setImportable(int contexts)
{
    m_importable = contexts;
    m_import->setText(contexts == 1 ? tr("Import 1 context from the argocd CLI")
                                    : tr("Import %n contexts from the argocd CLI", nullptr, contexts));
    showSteps();
}

QWidget *EmptyBoard::firstStep() const
{
    if (m_hasInstances)
        return m_field;
    return m_importable > 0 ? m_import : m_button;
}

void EmptyBoard::showSteps()
{
    const auto *focus = window()->focusWidget();
    const bool hadFocus = focus == m_field || focus == m_button || focus == m_import || focus == m_demo;
    const bool wasFirst = focus && focus == focusProxy();
    m_field->setVisible(m_hasInstances);
    m_import->setVisible(!m_hasInstances && m_importable > 0);
    m_demo->setVisible(!m_hasInstances);
    setFocusProxy(firstStep());
    // The first step may have changed, and the focused widget may be hidden.
    if (hadFocus && (wasFirst || focus->isHidden()))
        focusProxy()->setFocus(Qt::OtherFocusReason);
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
    // Pasted text is complete, so the dialog opens without Enter.
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
