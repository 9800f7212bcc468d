#pragma once

#include <QApplication>
#include <QPalette>
#include <QStringList>
#include <QWidget>

namespace lynceus::test {

/// Sets the theme of the application for one test.
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

/// Sets the layout direction of the application for one test.
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

// Each function returns one line per fault in the visible part of @p shown.

/// Texts with a contrast below 4.5 : 1 (WCAG 2.1, 1.4.3). @p seen receives all painted texts.
[[nodiscard]] QStringList unreadableTexts(QWidget &shown, QStringList &seen);
/// Fields and boxes with a painted border below 3 : 1 (WCAG 2.1, 1.4.11).
[[nodiscard]] QStringList faintBorders(QWidget &shown);
/// Labels and buttons that are smaller than their text, unless they may be cut.
[[nodiscard]] QStringList cutTexts(const QWidget &shown);
/// Column titles and combo boxes that are narrower than their text.
[[nodiscard]] QStringList cutChoices(const QWidget &shown);
/// Input fields that are too short to read the input.
[[nodiscard]] QStringList squeezedFields(const QWidget &shown);
/// Pages that are wider than their visible part and therefore scroll horizontally.
[[nodiscard]] QStringList widePages(const QWidget &shown);
/// Controls that lie partly outside their parent, where no scroll bar reaches them.
[[nodiscard]] QStringList outside(const QWidget &shown);
/// Buttons that end a dialog and are seen only after scrolling.
[[nodiscard]] QStringList scrolledButtons(const QWidget &shown);
/// Board rows with a cut name or version although something less important is shown.
[[nodiscard]] QStringList cutBeforeLess(const QWidget &shown);

} // namespace lynceus::test
