#pragma once

#include "core/domain/time/time.h"

#include <QString>
#include <QVariantList>

#include <optional>
#include <vector>

namespace lynceus {

/// The WHERE clause of a statement, conditions joined by AND, with the values of its placeholders.
class Conditions final
{
public:
    void add(const QString &condition, const QVariantList &values)
    {
        m_text += (m_text.isEmpty() ? QStringLiteral(" WHERE ") : QStringLiteral(" AND ")) + condition;
        m_values += values;
    }

    // Empty values add nothing.

    void addEqual(const QString &column, const QString &value)
    {
        if (!value.isEmpty())
            add(column + QStringLiteral("=?"), {value});
    }

    /// The column `words`, which is case-folded, contains @p folded. No wildcards.
    void addText(const QString &folded)
    {
        if (!folded.isEmpty())
            add(QStringLiteral("instr(words, ?) > 0"), {folded});
    }

    void addPeriod(const QString &column, const std::optional<Instant> &from, const std::optional<Instant> &until)
    {
        if (from)
            add(column + QStringLiteral(">=?"), {qint64{from->time_since_epoch().count()}});
        if (until)
            add(column + QStringLiteral("<?"), {qint64{until->time_since_epoch().count()}});
    }

    /// One of @p choices, by their stable names.
    template<typename E>
    void addChoice(const QString &column, const std::vector<E> &choices)
    {
        if (choices.empty())
            return;
        QStringList places;
        QVariantList names;
        for (const auto choice : choices) {
            places += QStringLiteral("?");
            names += nameOf(choice);
        }
        add(QStringLiteral("%1 IN (%2)").arg(column, places.join(u',')), names);
    }

    /// Starts with " WHERE "; empty without conditions.
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QVariantList &values() const { return m_values; }

private:
    QString m_text;
    QVariantList m_values;
};

} // namespace lynceus
