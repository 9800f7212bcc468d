#include "app/gui/preferences/keyfield.h"

#include "app/gui/widgets/accessibility/spokenas.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"

#include <QGridLayout>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lynceus {

KeyField::KeyField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QKeySequenceEdit(this))
    , m_standard(new QToolButton(this))
    , m_trouble(new PlainLabel(this))
{
    speakAs(m_edit, QAccessible::HotkeyField);
    m_edit->setAccessibleName(name);
    m_edit->setAccessibleDescription(tr("Press the new shortcut. Backspace clears it."));
    setPlainToolTip(m_edit, tr("Press the new shortcut. Backspace clears it."));
    m_edit->findChild<QLineEdit *>()->setAccessibleName(name);
    m_standard->setIcon(glyphIcon("undo-2"_L1));
    m_standard->setAccessibleName(tr("Default shortcut of %1").arg(name));
    setPlainToolTip(m_standard, tr("Reset to default"));
    m_standard->setFocusPolicy(Qt::StrongFocus);
    m_trouble->setWordWrap(true);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_edit, 0, 0);
    layout->addWidget(m_standard, 0, 1);
    layout->addWidget(m_trouble, 1, 0, 1, 2);
    m_trouble->hide();
    setFocusProxy(m_edit);
    connect(m_edit, &QKeySequenceEdit::editingFinished, this, [this] {
        const auto pressed = m_edit->keySequence();
        const auto key = pressed == QKeySequence(Qt::Key_Backspace) ? QKeySequence() : pressed;
        if (key != m_key)
            Q_EMIT wished(key);
        m_edit->setKeySequence(m_key); // m_key is the new one if it was accepted
    });
    connect(m_standard, &QToolButton::clicked, this, &KeyField::standardWished);
}

KeyField::~KeyField()
{
    m_edit->disconnect(this); // its destructor emits editingFinished() on losing the focus, after ours
}

void KeyField::show(const QKeySequence &key, bool isStandard, const QString &trouble)
{
    m_key = key;
    setSpokenValue(m_edit, key.isEmpty() ? tr("none") : key.toString(QKeySequence::NativeText));
    if (!m_edit->hasFocus() && m_edit->keySequence() != key)
        m_edit->setKeySequence(key);
    m_standard->setEnabled(!isStandard);
    auto colours = m_trouble->palette();
    const auto tones = tonesOf(palette());
    colours.setColor(QPalette::WindowText, tones.of(StateRole::Held).foreground);
    m_trouble->setPalette(colours);
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

} // namespace lynceus
