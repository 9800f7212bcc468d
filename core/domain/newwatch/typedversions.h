#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace lynceus {

/// Versions entered for selected applications: "1.5.0" for all, "shop-web:1.5.0" for one.
class TypedVersions final
{
public:
    explicit TypedVersions(const QString &text);

    [[nodiscard]] const QString &ofAll() const { return m_ofAll; }
    /// Version for the application or image with one of these lower-case @p names.
    [[nodiscard]] QString of(const QStringList &names);
    /// An entered name that no call of of() matched; empty if there is none.
    [[nodiscard]] QString unmeant() const;

private:
    QString m_ofAll;
    QHash<QString, QString> m_byName;
    QSet<QString> m_meant;
};

} // namespace lynceus
