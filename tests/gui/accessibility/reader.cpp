#include "tests/gui/accessibility/reader.h"

#include "tests/support/waiting.h"

#include <QGuiApplication>
#include <QWindow>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

/// Finds any name if @p name is empty.
QAccessibleInterface *findBelow(QAccessibleInterface *at, QAccessible::Role role, const QString &name)
{
    if (!at || !at->isValid() || at->state().invisible)
        return nullptr;
    if (at->role() == role && (name.isEmpty() || at->text(QAccessible::Name) == name))
        return at;
    for (int child = 0; child < at->childCount(); ++child) {
        if (auto *found = findBelow(at->child(child), role, name))
            return found;
    }
    return nullptr;
}

QAccessibleInterface *findNow(QAccessible::Role role, const QString &name)
{
    const auto windows = QGuiApplication::topLevelWindows();
    for (const auto *window : windows) {
        if (!window->isVisible())
            continue;
        if (auto *found = findBelow(const_cast<QWindow *>(window)->accessibleRoot(), role, name))
            return found;
    }
    return nullptr;
}

} // namespace

QAccessibleInterface *Reader::find(QAccessible::Role role, const QString &name)
{
    QAccessibleInterface *found = nullptr;
    EXPECT_TRUE(waitUntil([&] { return (found = findNow(role, name)) != nullptr; }, Duration(5'000)))
        << name.toStdString();
    return found;
}

void Reader::press(QAccessible::Role role, const QString &name)
{
    auto *found = find(role, name);
    ASSERT_TRUE(found && found->actionInterface()) << name.toStdString();
    ASSERT_FALSE(found->state().disabled) << name.toStdString();
    const auto actions = found->actionInterface()->actionNames();
    ASSERT_FALSE(actions.isEmpty()) << name.toStdString();
    found->actionInterface()->doAction(actions.front());
    drainEvents();
}

void Reader::type(const QString &field, const QString &text)
{
    auto *found = find(QAccessible::EditableText, field);
    ASSERT_TRUE(found && found->editableTextInterface() && found->textInterface()) << field.toStdString();
    found->editableTextInterface()->replaceText(0, found->textInterface()->characterCount(), text);
    drainEvents();
}

QStringList Reader::rows(QAccessible::Role role, const QString &name)
{
    QStringList words;
    auto *found = find(role, name);
    auto *table = found ? found->tableInterface() : nullptr;
    for (int row = 0; table && row < table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table->columnCount(); ++column) {
            if (const auto *cell = table->cellAt(row, column))
                cells.append(cell->text(QAccessible::Name));
        }
        words.append(cells.join(u" | "_s));
    }
    return words;
}

void Reader::tick(const QString &list, int row)
{
    auto *found = find(QAccessible::List, list);
    ASSERT_TRUE(found && found->tableInterface()) << list.toStdString();
    auto *cell = found->tableInterface()->cellAt(row, 0);
    ASSERT_TRUE(cell && cell->actionInterface()) << "no actions";
    const auto actions = cell->actionInterface()->actionNames();
    ASSERT_TRUE(actions.contains(QAccessibleActionInterface::toggleAction())) << actions.join(u' ').toStdString();
    cell->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    drainEvents();
}

bool Reader::isTicked(const QString &list, int row)
{
    auto *found = find(QAccessible::List, list);
    auto *cell = found && found->tableInterface() ? found->tableInterface()->cellAt(row, 0) : nullptr;
    return cell && cell->state().checkable && cell->state().checked;
}

QString Reader::calledOut()
{
    const auto *found = findNow(QAccessible::Notification, {});
    return found ? found->text(QAccessible::Name) : QString();
}

} // namespace lynceus::test
