#pragma once

#include "core/domain/base/result.h"

#include <QMap>
#include <QSet>
#include <QStringList>

#include <optional>

namespace lynceus {

/// The settings of a YAML file as text by path: "listen", "instances[0].url". Tracks which settings were not read.
/// Limits: 256 KiB, no aliases, 10,000 values, 8 levels.
class YamlSettings final
{
public:
    /// An empty name results in no settings. BadInput: the file cannot be read, or the position of a YAML error.
    [[nodiscard]] static Result<YamlSettings> read(const QString &fileName);

    /// Empty if missing.
    [[nodiscard]] std::optional<QString> text(const QString &path);
    /// Empty if missing, or neither true nor false: see takeBadFlags().
    [[nodiscard]] std::optional<bool> flag(const QString &path);
    /// Number of items of a list; 0 if missing.
    [[nodiscard]] int count(const QString &path) const { return m_counts.value(path); }

    /// "serve.yaml: listen", for messages.
    [[nodiscard]] QString place(const QString &path) const;
    /// Paths passed to flag() whose values were neither true nor false; returned once.
    [[nodiscard]] QStringList takeBadFlags();
    /// Paths of values that were not read.
    [[nodiscard]] QStringList unread() const;

private:
    QString m_fileName;
    QMap<QString, QString> m_values; ///< by path
    QMap<QString, int> m_counts;     ///< number of items by path of list
    QSet<QString> m_read;
    QStringList m_badFlags;
};

} // namespace lynceus
