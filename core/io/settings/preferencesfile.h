#pragma once

#include "core/domain/base/result.h"
#include "core/io/settings/preferences.h"

#include <QObject>

#include <functional>

namespace lynceus {

/// The preferences and the file that keeps them: JSON with a version, written atomically, readable by its owner only.
class PreferencesFile final : public QObject
{
    Q_OBJECT
public:
    explicit PreferencesFile(QString fileName, QObject *parent = nullptr);

    /// $XDG_CONFIG_HOME/lynceus/preferences.json, or what the platform has in its place.
    [[nodiscard]] static QString usualName();

    [[nodiscard]] const Preferences &now() const { return m_now; }

    /// One sentence for a person if something was wrong; empty if all is well. No file is all defaults. A file that is
    /// broken or of a newer version is moved aside, one with some wrong fields copied aside: the sentence says where
    /// to.
    [[nodiscard]] QString read();

    /// Takes effect at once: changed() comes within. An error (the file cannot be written) leaves all as it was.
    Result<void> change(const std::function<void(Preferences &)> &apply);

Q_SIGNALS:
    void changed(const lynceus::Preferences &preferences);

private:
    [[nodiscard]] Result<void> write(const Preferences &preferences) const;
    [[nodiscard]] QString putAside(const QString &why, bool keepsFile);

    QString m_fileName;
    Preferences m_now;
    bool m_writable = true; // a file that could be neither read nor put aside is not overwritten
};

/// What the file says now, for who only reads: defaults for what is absent or wrong, and the file stays as it is.
[[nodiscard]] Preferences storedPreferences(const QString &fileName);

} // namespace lynceus
