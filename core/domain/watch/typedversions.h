#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace lynceus {

/// Versions as they are typed for applications that were chosen before: "1.5.0" for all, "shop-web:1.5.0" for one of
/// them.
class TypedVersions final
{
public:
    explicit TypedVersions(const QString &text);

    [[nodiscard]] const QString &ofAll() const { return m_ofAll; }
    /// Of the application or image that is called one of @p names, which are in lower case.
    [[nodiscard]] QString of(const QStringList &names);
    /// A name that none of those asked for has; empty: all were meant.
    [[nodiscard]] QString unmeant() const;

private:
    QString m_ofAll;
    QHash<QString, QString> m_byName;
    QSet<QString> m_meant;
};

} // namespace lynceus
