#pragma once

#include "core/io/settings/preferencesfile.h"

#include <QAction>
#include <QKeySequence>
#include <QPointer>

namespace lynceus {

/// The user's shortcuts of all actions: stored in the settings, applied at once.
class ShortcutRegistry final : public QObject
{
    Q_OBJECT
public:
    explicit ShortcutRegistry(PreferencesFile &preferences, QObject *parent = nullptr);

    struct Entry
    {
        QString id;                       ///< stable name in the file
        QString text;                     ///< displayed name
        QString place;                    ///< where the shortcut works; empty: everywhere
        QList<QPointer<QAction>> actions; ///< several share a shortcut if they are never enabled at the same time
        QList<QKeySequence> standard;     ///< defaults
        QList<QKeySequence> keys;         ///< current
        QString trouble;                  ///< why the requested shortcut was not applied; usually empty
    };

    /// The object name of an action is its id; its current shortcuts are the defaults. Actions with the same id share
    /// shortcuts. @p place empty: they work everywhere, so their shortcuts are taken in all places.
    void add(const QString &place, const QList<QAction *> &actions);
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    /// Null if there is none.
    [[nodiscard]] const Entry *entry(const QString &id) const;

    /// Empty: no shortcut. BadInput names the action that already has @p key; nothing is changed then.
    [[nodiscard]] Result<void> change(const QString &id, const QKeySequence &key);
    [[nodiscard]] Result<void> reset(const QString &id);

private:
    void apply(const Preferences &preferences);
    void grant(Entry &entry, const QList<QKeySequence> &keys);
    /// The action that uses @p key where @p wisher works; null: no other action.
    [[nodiscard]] const Entry *holderOf(const QKeySequence &key, const Entry &wisher) const;
    [[nodiscard]] Result<void> checkFree(const QList<QKeySequence> &keys, const Entry &wisher) const;

    PreferencesFile &m_preferences;
    std::vector<Entry> m_entries;
};

} // namespace lynceus
