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

    /// Returns one sentence for the user if there was a problem. A missing file means defaults, and so do invalid
    /// fields and a file that is invalid or of a newer version. Never changes the file.
    [[nodiscard]] QString read();

    enum class By {
        User,    ///< a file with faults is copied to "FILE.aside-1" before it is overwritten
        Lynceus, ///< does not overwrite a file with faults: the change applies to this run only
    };
    /// Takes effect at once; emits changed() before it returns. On error (the file cannot be copied or written),
    /// nothing is changed.
    Result<void> change(const std::function<void(Preferences &)> &apply, By by = By::User);

Q_SIGNALS:
    void changed(const lynceus::Preferences &preferences);

private:
    [[nodiscard]] Result<void> write(const Preferences &preferences) const;
    [[nodiscard]] Result<void> keepFaultyFile();

    QString m_fileName;
    Preferences m_now;
    bool m_writable = true;  ///< false for a file that could not be read; it is not overwritten
    bool m_isFaulty = false; ///< the file would lose its invalid fields
};

/// Reads the file without changing it; defaults for missing and invalid fields.
[[nodiscard]] Preferences storedPreferences(const QString &fileName);

} // namespace lynceus
