#pragma once

#include <QApplication>
#include <QPalette>
#include <QStringList>
#include <QWidget>

namespace lynceus::test {

/// The whole application in one theme, for one test.
class InTheme final
{
public:
    explicit InTheme(bool dark);
    ~InTheme();
    InTheme(const InTheme &) = delete;
    InTheme &operator=(const InTheme &) = delete;

private:
    QPalette m_before = QApplication::palette();
};

/// The whole application mirrored, or not, for one test.
class InDirection final
{
public:
    explicit InDirection(Qt::LayoutDirection direction) { QApplication::setLayoutDirection(direction); }
    ~InDirection() { QApplication::setLayoutDirection(m_before); }
    InDirection(const InDirection &) = delete;
    InDirection &operator=(const InDirection &) = delete;

private:
    Qt::LayoutDirection m_before = QApplication::layoutDirection();
};

// Each returns one line for each fault in what is visible of @p shown.

/// Texts with less than 4.5 : 1 (WCAG 2.1, 1.4.3). @p seen gets all that was painted.
[[nodiscard]] QStringList unreadableTexts(QWidget &shown, QStringList &seen);
/// Fields and boxes whose border has less than 3 : 1 on what is around it (1.4.11), as painted.
[[nodiscard]] QStringList faintBorders(QWidget &shown);
/// Labels and buttons that have less room than their text needs, and do not give way on purpose.
[[nodiscard]] QStringList cutTexts(const QWidget &shown);
/// Columns of tables and what combo boxes show, with less room than their words need.
[[nodiscard]] QStringList cutChoices(const QWidget &shown);
/// Lines to type in that are too short to see what is typed.
[[nodiscard]] QStringList squeezedFields(const QWidget &shown);
/// Pages that are wider than what is seen of them: they scroll sideways.
[[nodiscard]] QStringList widePages(const QWidget &shown);
/// Controls of which a part lies outside of what they are in, where nothing scrolls to it.
[[nodiscard]] QStringList outside(const QWidget &shown);
/// Rows of the board whose name or version is cut although something of less worth is shown.
[[nodiscard]] QStringList cutBeforeLess(const QWidget &shown);

} // namespace lynceus::test
