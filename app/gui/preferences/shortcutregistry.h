#pragma once

#include "core/io/settings/preferencesfile.h"

#include <QAction>
#include <QKeySequence>
#include <QPointer>

namespace lynceus {

/// The keys of all actions, as the person wants them: kept in the preferences, applied at once.
class ShortcutRegistry final : public QObject
{
    Q_OBJECT
public:
    explicit ShortcutRegistry(PreferencesFile &preferences, QObject *parent = nullptr);

    struct Entry
    {
        QString id;                       ///< stable name for the file
        QString text;                     ///< what the person reads
        QString place;                    ///< where the key works; empty: everywhere
        QList<QPointer<QAction>> actions; ///< more than one: never enabled at the same time, so they share a key
        QList<QKeySequence> standard;     ///< as the program chose
        QList<QKeySequence> keys;         ///< that work now
        QString trouble;                  ///< why it has not the key that was wished for; usually empty
    };

    /// Each action's object name is its id, and its present keys are the standard ones. Those of one name share a key.
    /// @p place empty: they work everywhere, and so their keys are taken in all places.
    void add(const QString &place, const QList<QAction *> &actions);
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    /// Null if there is none.
    [[nodiscard]] const Entry *entry(const QString &id) const;

    /// Empty: no key. BadInput names the action that has it already; nothing is changed then.
    [[nodiscard]] Result<void> change(const QString &id, const QKeySequence &key);
    [[nodiscard]] Result<void> reset(const QString &id);

private:
    void apply(const Preferences &preferences);
    void grant(Entry &entry, const QList<QKeySequence> &keys);
    /// Who has @p key where @p wisher works; null: nobody else.
    [[nodiscard]] const Entry *holderOf(const QKeySequence &key, const Entry &wisher) const;
    [[nodiscard]] Result<void> checkFree(const QList<QKeySequence> &keys, const Entry &wisher) const;

    PreferencesFile &m_preferences;
    std::vector<Entry> m_entries;
};

} // namespace lynceus
