#include "app/gui/preferences/shortcutregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

bool isKey(const QKeySequence &key)
{
    for (int at = 0; at < key.count(); ++at) {
        if (key[uint(at)].key() == Qt::Key_unknown)
            return false;
    }
    return true;
}

/// A shortcut that is a prefix of another one would hide it.
bool clash(const QKeySequence &one, const QKeySequence &other)
{
    return !one.isEmpty() && !other.isEmpty()
        && (one.matches(other) != QKeySequence::NoMatch || other.matches(one) != QKeySequence::NoMatch);
}

bool meet(const ShortcutRegistry::Entry &one, const ShortcutRegistry::Entry &other)
{
    return one.place.isEmpty() || other.place.isEmpty() || one.place == other.place;
}

} // namespace

ShortcutRegistry::ShortcutRegistry(PreferencesFile &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &PreferencesFile::changed, this, &ShortcutRegistry::apply);
}

void ShortcutRegistry::add(const QString &place, const QList<QAction *> &actions)
{
    for (auto *action : actions) {
        const auto words = action->text().remove(u'&');
        const auto same = std::ranges::find(m_entries, action->objectName(), &Entry::id);
        if (same == m_entries.end()) {
            m_entries.push_back({action->objectName(), words, place, {action}, action->shortcuts(), {}, {}});
            continue;
        }
        same->actions.append(action);
        same->text += u" / "_s + words;
    }
    apply(m_preferences.now());
}

const ShortcutRegistry::Entry *ShortcutRegistry::entry(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

/// The user's shortcuts take precedence over defaults: with duplicates, neither would work.
void ShortcutRegistry::apply(const Preferences &preferences)
{
    std::vector<Entry *> standard;
    std::vector<std::pair<Entry *, QKeySequence>> chosen;
    for (auto &entry : m_entries) {
        entry.keys.clear(); // shortcuts that are swapped do not conflict
        entry.trouble.clear();
        const auto wish = preferences.shortcuts.constFind(entry.id);
        const bool isWish = wish != preferences.shortcuts.constEnd();
        const auto key = isWish ? QKeySequence(*wish, QKeySequence::PortableText) : QKeySequence();
        if (isWish && isKey(key))
            chosen.emplace_back(&entry, key);
        else
            standard.push_back(&entry);
        if (!isKey(key))
            entry.trouble = tr("“%1” is not a key").arg(*wish);
    }
    for (const auto &[entry, key] : chosen)
        grant(*entry, key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
    for (auto *entry : standard)
        grant(*entry, entry->standard);
    for (auto &entry : m_entries) {
        for (const auto &action : std::as_const(entry.actions)) {
            if (action && action->shortcuts() != entry.keys)
                action->setShortcuts(entry.keys);
        }
    }
}

void ShortcutRegistry::grant(Entry &entry, const QList<QKeySequence> &keys)
{
    if (const auto areFree = checkFree(keys, entry); !areFree)
        entry.trouble = areFree.error().message;
    std::ranges::copy_if(keys, std::back_inserter(entry.keys),
                         [&](const QKeySequence &key) { return !holderOf(key, entry); });
}

const ShortcutRegistry::Entry *ShortcutRegistry::holderOf(const QKeySequence &key, const Entry &wisher) const
{
    const auto holder = std::ranges::find_if(m_entries, [&](const Entry &entry) {
        return entry.id != wisher.id && meet(entry, wisher)
            && std::ranges::any_of(entry.keys, [&key](const QKeySequence &other) { return clash(key, other); });
    });
    return holder == m_entries.end() ? nullptr : &*holder;
}

Result<void> ShortcutRegistry::checkFree(const QList<QKeySequence> &keys, const Entry &wisher) const
{
    for (const auto &key : keys) {
        if (const auto *holder = holderOf(key, wisher))
            return badInput(tr("%1 is already used by “%2”").arg(key.toString(QKeySequence::NativeText), holder->text));
    }
    return {};
}

Result<void> ShortcutRegistry::change(const QString &id, const QKeySequence &key)
{
    const auto *wisher = entry(id);
    if (!wisher)
        return {};
    if (auto isFree = checkFree({key}, *wisher); !isFree)
        return isFree;
    return m_preferences.change([&id, &key](Preferences &preferences) {
        preferences.shortcuts.insert(id, key.toString(QKeySequence::PortableText));
    });
}

Result<void> ShortcutRegistry::reset(const QString &id)
{
    const auto *wisher = entry(id);
    if (!wisher)
        return {};
    if (auto areFree = checkFree(wisher->standard, *wisher); !areFree)
        return areFree;
    return m_preferences.change([&id](Preferences &preferences) { preferences.shortcuts.remove(id); });
}

} // namespace lynceus
