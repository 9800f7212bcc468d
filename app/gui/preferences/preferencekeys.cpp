#include "app/gui/preferences/keyfield.h"
#include "app/gui/preferences/preferenceform.h"
#include "app/gui/preferences/preferencesdialog.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

// Of PreferencesDialog: the keys of all actions.

namespace lynceus {

void PreferencesDialog::addShortcuts()
{
    if (m_shortcuts.entries().empty())
        return;
    std::optional<QString> place;
    for (const auto &entry : m_shortcuts.entries()) {
        if (place != entry.place) {
            place = entry.place;
            m_form->addHeading(entry.place.isEmpty() ? tr("Keys") : tr("Shortcut scheme: %1").arg(entry.place));
        }
        addKey(entry);
    }
    auto *standard = new QPushButton(tr("Default shortcuts"));
    connect(standard, &QPushButton::clicked, this,
            [this] { change([](Preferences &preferences) { preferences.shortcuts.clear(); }); });
    m_form->addRow(tr("Reset all shortcuts to"), standard, tr("shortcut reset"));
}

void PreferencesDialog::addKey(const ShortcutRegistry::Entry &entry)
{
    const auto name = QString(entry.text).remove(u'…');
    auto *field = new KeyField(entry.place.isEmpty() ? name : tr("%1 (%2)").arg(name, entry.place));
    const auto tell = [this](const Result<void> &done) {
        say(done ? QString() : done.error().message);
        showNow();
    };
    connect(field, &KeyField::wished, this,
            [this, tell, id = entry.id](const QKeySequence &key) { tell(m_shortcuts.change(id, key)); });
    connect(field, &KeyField::standardWished, this, [this, tell, id = entry.id] { tell(m_shortcuts.reset(id)); });
    m_show.push_back([this, field, id = entry.id](const Preferences &) {
        if (const auto *now = m_shortcuts.entry(id))
            field->show(now->keys.value(0), now->keys == now->standard, now->trouble);
    });
    m_form->addRow(name, field, tr("shortcut key"));
}

} // namespace lynceus
