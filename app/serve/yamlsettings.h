#pragma once

#include "core/domain/base/result.h"

#include <QMap>
#include <QSet>
#include <QStringList>

#include <optional>

namespace lynceus {

/// The settings of a YAML file as texts under their paths: "listen", "instances[0].url". Knows which of them nobody
/// asked for. Bounded: a file of at most 256 KiB without aliases, 10,000 values and 8 levels.
class YamlSettings final
{
public:
    /// An empty name gives settings without any value. BadInput: the file cannot be read, or where it is no YAML.
    [[nodiscard]] static Result<YamlSettings> read(const QString &fileName);

    /// Nothing if it is not there.
    [[nodiscard]] std::optional<QString> text(const QString &path);
    /// Nothing if it is not there, or neither true nor false: see takeBadFlags().
    [[nodiscard]] std::optional<bool> flag(const QString &path);
    /// How many items a list has; 0 if there is none.
    [[nodiscard]] int count(const QString &path) const { return m_counts.value(path); }

    /// "serve.yaml: listen", for messages.
    [[nodiscard]] QString place(const QString &path) const;
    /// The places of flag() that were neither true nor false; once.
    [[nodiscard]] QStringList takeBadFlags();
    /// The places of values that nobody has asked for.
    [[nodiscard]] QStringList unread() const;

private:
    QString m_fileName;
    QMap<QString, QString> m_values; ///< by path
    QMap<QString, int> m_counts;     ///< of lists, by path
    QSet<QString> m_read;
    QStringList m_badFlags;
};

} // namespace lynceus
