#pragma once

#include "core/domain/base/result.h"
#include "core/io/settings/preferences.h"

#include <QObject>

#include <functional>

namespace lynceus {

/// The settings and their file: JSON with a version, written atomically, readable by its owner only.
class PreferencesFile final : public QObject
{
    Q_OBJECT
public:
    explicit PreferencesFile(QString fileName, QObject *parent = nullptr);

    /// $XDG_CONFIG_HOME/lynceus/preferences.json, or the platform's equivalent.
    [[nodiscard]] static QString usualName();

    [[nodiscard]] const Preferences &now() const { return m_now; }

    /// Returns one sentence for the user if there was a problem. A missing file means defaults. A file that is invalid
    /// or of a newer version is renamed, one with some invalid fields is copied; the sentence has the new name.
    [[nodiscard]] QString read();

    /// Takes effect at once; emits changed() before it returns. On error (the file cannot be written), nothing is
    /// changed.
    Result<void> change(const std::function<void(Preferences &)> &apply);

Q_SIGNALS:
    void changed(const lynceus::Preferences &preferences);

private:
    [[nodiscard]] Result<void> write(const Preferences &preferences) const;
    [[nodiscard]] QString putAside(const QString &why, bool keepsFile);

    QString m_fileName;
    Preferences m_now;
    bool m_writable = true; // false for a file that could not be read or renamed; it is not overwritten
};

/// Reads the file without changing it; defaults for missing and invalid fields.
[[nodiscard]] Preferences storedPreferences(const QString &fileName);

} // namespace lynceus
