#pragma once

#include <QAccessible>
#include <QStringList>

namespace lynceus::test {

/// Works in the window as a screen reader does: no widget is known, only what the accessibility interface tells of
/// names, roles, actions, texts and tables.
class Reader final
{
public:
    Reader() = delete;

    /// Of all windows that are shown; null if there is none. Waits for it.
    [[nodiscard]] static QAccessibleInterface *find(QAccessible::Role role, const QString &name);
    /// Its press action; fails the test if there is none.
    static void press(QAccessible::Role role, const QString &name);
    /// Instead of what is there.
    static void type(const QString &field, const QString &text);
    /// The words of the rows of a list or table, from their cells.
    [[nodiscard]] static QStringList rows(QAccessible::Role role, const QString &name);
    /// Of a list whose rows can be ticked: its tick goes or comes.
    static void tick(const QString &list, int row);
    [[nodiscard]] static bool isTicked(const QString &list, int row);
    /// What the notification in the window says: the last thing that was called out.
    [[nodiscard]] static QString calledOut();
};

} // namespace lynceus::test
