#pragma once

#include <QAccessible>
#include <QStringList>

namespace lynceus::test {

/// Uses the window as a screen reader does: knows no widgets, only the names, roles, actions, texts and tables of the
/// accessibility interface.
class Reader final
{
public:
    Reader() = delete;

    /// Searches all visible windows and waits for the element; null if it does not appear.
    [[nodiscard]] static QAccessibleInterface *find(QAccessible::Role role, const QString &name);
    /// Triggers the press action; fails the test if there is none.
    static void press(QAccessible::Role role, const QString &name);
    /// Replaces the text of the field.
    static void type(const QString &field, const QString &text);
    /// The texts of the rows of a list or table, read from their cells.
    [[nodiscard]] static QStringList rows(QAccessible::Role role, const QString &name);
    /// Toggles the check mark of a row.
    static void tick(const QString &list, int row);
    [[nodiscard]] static bool isTicked(const QString &list, int row);
    /// The text of the window's last announced notice.
    [[nodiscard]] static QString calledOut();
};

} // namespace lynceus::test
