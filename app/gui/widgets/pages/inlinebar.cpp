#include "app/gui/widgets/pages/inlinebar.h"

#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/painting/tones.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

#include <utility>

namespace lynceus {

InlineBar::InlineBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new PlainLabel(this))
    , m_yes(new QPushButton(this))
    , m_no(new QPushButton(this))
{
    m_text->setWordWrap(true);
    m_yes->setAutoDefault(true);
    m_no->setAutoDefault(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_yes);
    row->addWidget(m_no);
    connect(m_yes, &QPushButton::clicked, this, &InlineBar::answerYes);
    connect(m_no, &QPushButton::clicked, this, &InlineBar::close);
    hide();
}

void InlineBar::ask(const QString &question, const QString &yes, const QString &no, std::function<void()> whenYes)
{
    m_role = StateRole::Held;
    m_text->setText(question);
    m_yes->setText(yes);
    m_yes->show();
    m_no->setText(no);
    m_whenYes = std::move(whenYes);
    setAccessibleName(question);
    m_yes->setAccessibleDescription(question); // read when the button gets the focus
    m_focusBefore = window()->focusWidget();
    show();
    m_yes->setFocus(Qt::OtherFocusReason);
}

void InlineBar::say(const QString &message, StateRole role)
{
    m_role = role;
    m_text->setText(message);
    m_yes->hide();
    m_no->setText(tr("Close"));
    m_whenYes = nullptr;
    m_focusBefore = nullptr;
    setAccessibleName(message);
    show();
    update();
}

void InlineBar::close()
{
    m_whenYes = nullptr;
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore = nullptr;
    hide();
}

void InlineBar::answerYes()
{
    const auto whenYes = std::exchange(m_whenYes, nullptr);
    close();
    if (whenYes)
        whenYes();
}

void InlineBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    // Enter presses the focused button here, not only in dialogs.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto *button = qobject_cast<QPushButton *>(window()->focusWidget()); button && isAncestorOf(button)) {
            button->click();
            return;
        }
    }
    QFrame::keyPressEvent(event);
}

void InlineBar::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tones.of(m_role).background);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tones.line);
    painter.fillRect(layoutDirection() == Qt::RightToLeft ? QRect(width() - 4, 0, 4, height())
                                                          : QRect(0, 0, 4, height()),
                     tones.of(m_role).foreground);
}

} // namespace lynceus
