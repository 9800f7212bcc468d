#pragma once

#include "core/io/settings/preferencesfile.h"

#include <QAction>
#include <QKeySequence>
#include <QPointer>

namespace lynceus {

/// The keys of the window's actions, as the person wants them: kept in the preferences, applied at once.
class ShortcutBook final : public QObject
{
    Q_OBJECT
public:
    explicit ShortcutBook(PreferencesFile &preferences, QObject *parent = nullptr);

    struct Entry
    {
        QString id;                   ///< stable name for the file
        QPointer<QAction> action;     ///< its text is what the person reads
        QList<QKeySequence> standard; ///< as the program chose
    };

    /// Its present keys are the standard ones.
    void add(const QString &id, QAction *action);
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }

    /// The text of the action that has this key already; empty: it is free.
    [[nodiscard]] QString holderOf(const QKeySequence &key, const QString &exceptId) const;
    /// Empty: no key. BadInput names the action that has it already; nothing is changed then.
    [[nodiscard]] Result<void> change(const QString &id, const QKeySequence &key);
    [[nodiscard]] Result<void> reset(const QString &id);

private:
    void apply(const Preferences &preferences);

    PreferencesFile &m_preferences;
    std::vector<Entry> m_entries;
};

} // namespace lynceus
