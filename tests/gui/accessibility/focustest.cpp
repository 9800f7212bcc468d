#include "tests/gui/accessibility/screens.h"
#include "tests/gui/accessibility/walk.h"
#include "tests/support/windowscene.h"

#include <QAbstractButton>
#include <QApplication>
#include <QButtonGroup>
#include <QMenu>
#include <QSet>
#include <QTest>

#include <optional>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

class KeyboardOnScreen : public testing::TestWithParam<Screen>
{
protected:
    void SetUp() override
    {
        m_complete.emplace(GetParam().isEmpty ? m_nothing : m_scene.engine(), m_scene.clock());
        GetParam().open(*m_complete);
        drainEvents();
        m_front = &front(m_complete->window);
        m_front->window()->activateWindow();
        drainEvents();
    }
    void TearDown() override { closeDialogs(m_complete->window); }

    [[nodiscard]] QWidget *focused() const { return m_front->window()->focusWidget(); }
    [[nodiscard]] bool isInWindow() const { return m_front == &m_complete->window; }

    void press(Qt::Key key)
    {
        QTest::keyClick(focused() ? focused() : m_front, key);
        drainEvents();
    }

    /// Presses @p key until the focus is back at the start. Returns the widgets that had the focus.
    QList<QWidget *> walkedBy(Qt::Key key)
    {
        constexpr int kMost = 200;
        QList<QWidget *> walked;
        QWidget *before = nullptr;
        for (int step = 0; step < kMost; ++step) {
            auto *at = focused();
            const bool isWithin = at == before; // a text with several links
            if (!isWithin && !walked.isEmpty() && at == walked.front())
                break;
            if (!walked.contains(at))
                walked.append(at);
            before = at;
            press(key);
        }
        return walked;
    }

    WindowScene m_scene;
    FakeEngine m_nothing{m_scene.clock()};
    std::optional<CompleteWindow> m_complete;
    QWidget *m_front = nullptr;
};

/// Tab reaches only one of a group of exclusive buttons; the arrow keys reach the others.
bool isReachedByArrows(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
}

std::string namesOf(const QSet<QWidget *> &widgets)
{
    QStringList names;
    for (const auto *widget : widgets)
        names.append(widget ? QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->accessibleName()
                            : u"nothing"_s);
    return names.join(u'\n').toStdString();
}

} // namespace

TEST_P(KeyboardOnScreen, TabCyclesThroughAllWidgetsInBothDirections)
{
    if (m_complete->window.finder().isVisible())
        return; // Tab does not leave the command palette
    if (!tabStops(*m_front).contains(focused()))
        press(Qt::Key_Tab);
    std::ignore = walkedBy(Qt::Key_Tab); // a list then selects its first row and shows its details
    const auto stops = tabStops(*m_front);
    QSet<QWidget *> all(stops.begin(), stops.end());
    all.removeIf(isReachedByArrows);
    ASSERT_FALSE(all.isEmpty());
    const auto *first = focused();
    for (const auto key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        const auto walked = walkedBy(key);
        QSet<QWidget *> reached(walked.begin(), walked.end());
        reached.removeIf(isReachedByArrows);
        EXPECT_TRUE(reached == all) << (key == Qt::Key_Tab ? "forward" : "backward") << "; not reached:\n"
                                    << namesOf(all - reached) << "\ntoo much:\n"
                                    << namesOf(reached - all);
        EXPECT_EQ(focused(), first) << "the focus returns to the start";
    }
}

TEST_P(KeyboardOnScreen, F10OpensTheMenuAndEscapeReturns)
{
    if (!isInWindow())
        return; // dialogs have no menu
    auto *before = focused();
    press(Qt::Key_F10);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    EXPECT_EQ(menu->activeAction(), menu->actions().first());
    QTest::keyClick(menu, Qt::Key_Escape);
    drainEvents();
    EXPECT_EQ(QApplication::activePopupWidget(), nullptr);
    EXPECT_EQ(focused(), before);
}

INSTANTIATE_TEST_SUITE_P(All, KeyboardOnScreen, testing::ValuesIn(screens()), testName);

} // namespace lynceus::test
