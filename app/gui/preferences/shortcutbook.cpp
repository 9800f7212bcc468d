#include "app/gui/preferences/shortcutbook.h"

#include <algorithm>

namespace lynceus {

ShortcutBook::ShortcutBook(PreferencesFile &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &PreferencesFile::changed, this, &ShortcutBook::apply);
}

void ShortcutBook::add(const QString &id, QAction *action)
{
    m_entries.push_back({id, action, action->shortcuts()});
    apply(m_preferences.now());
}

void ShortcutBook::apply(const Preferences &preferences)
{
    for (const auto &entry : m_entries) {
        if (!entry.action)
            continue;
        const auto chosen = preferences.shortcuts.constFind(entry.id);
        if (chosen == preferences.shortcuts.constEnd())
            entry.action->setShortcuts(entry.standard);
        else
            entry.action->setShortcut(QKeySequence(*chosen, QKeySequence::PortableText));
    }
}

QString ShortcutBook::holderOf(const QKeySequence &key, const QString &exceptId) const
{
    if (key.isEmpty())
        return {};
    for (const auto &entry : m_entries) {
        if (!entry.action || entry.id == exceptId)
            continue;
        const auto keys = entry.action->shortcuts();
        // The beginning of another's chord would swallow it.
        const bool clashes = std::ranges::any_of(keys, [&key](const QKeySequence &other) {
            return !other.isEmpty()
                && (other.matches(key) != QKeySequence::NoMatch || key.matches(other) != QKeySequence::NoMatch);
        });
        if (clashes)
            return entry.action->text();
    }
    return {};
}

Result<void> ShortcutBook::change(const QString &id, const QKeySequence &key)
{
    if (const auto holder = holderOf(key, id); !holder.isEmpty())
        return badInput(tr("%1 is taken by “%2”").arg(key.toString(QKeySequence::NativeText), holder));
    return m_preferences.change([&id, &key](Preferences &preferences) {
        preferences.shortcuts.insert(id, key.toString(QKeySequence::PortableText));
    });
}

Result<void> ShortcutBook::reset(const QString &id)
{
    const auto entry = std::ranges::find(m_entries, id, &Entry::id);
    if (entry == m_entries.end())
        return {};
    for (const auto &key : entry->standard) {
        if (const auto holder = holderOf(key, id); !holder.isEmpty())
            return badInput(tr("%1 is taken by “%2”").arg(key.toString(QKeySequence::NativeText), holder));
    }
    return m_preferences.change([&id](Preferences &preferences) { preferences.shortcuts.remove(id); });
}

} // namespace lynceus
