#include "tests/gui/accessibility/screens.h"
#include "tests/gui/scenario/player.h"
#include "tests/gui/scenario/screenreader.h"

#ifdef LYNCEUS_DBUS

#include "tests/support/waiting.h"
#include "tests/support/windowmanager.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

const QStringList kRowRoles{u"table cell"_s, u"cell"_s, u"list item"_s, u"tree item"_s};

/// Roles that are meaningless to a screen reader user.
const QStringList kEmptyRoles{QString(), u"filler"_s, u"panel"_s, u"layered pane"_s, u"unknown"_s, u"invalid"_s};

QString described(const SpokenFocusEvent &event)
{
    return u"%1 “%2”%3%4"_s.arg(event.role, event.name, event.isFocused ? QString() : u", without the focus"_s,
                                event.isShown ? QString() : u", not shown"_s);
}

QString described(const std::vector<SpokenFocusEvent> &events)
{
    QStringList lines;
    for (const auto &event : events)
        lines.append(described(event));
    return lines.isEmpty() ? u"nothing"_s : lines.join(u"; "_s);
}

/// Faults in the announcements after one key press that moved the focus.
QStringList violationsIn(const std::vector<SpokenFocusEvent> &events, bool hasRows)
{
    if (events.size() != 1)
        return {u"announced %1 times: %2"_s.arg(events.size()).arg(described(events))};
    const auto &event = events.front();
    QStringList violations;
    if (event.name.trimmed().isEmpty() || kEmptyRoles.contains(event.role))
        violations.append(u"no announcement: "_s + described(event));
    if (!event.isFocused || !event.isShown)
        violations.append(u"is elsewhere: "_s + described(event));
    if (hasRows && !kRowRoles.contains(event.role))
        violations.append(u"its current row is not read: "_s + described(event));
    return violations;
}

/// A screen reader, and a window that shows one screen after another.
class FocusAnnouncement : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_reader.isConnected());
        m_window.emplace(m_bus, m_display, PlayedWindow::Bridge::Accessibility, PlayedWindow::Shows::Screens);
    }

    void open(const QString &screen)
    {
        m_reader.forgetFocused();
        m_window->open(screen);
        readAnnouncements();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        m_reader.forgetFocused();
        m_window->press(key, modifiers);
        readAnnouncements();
    }

    /// A focus change is announced after the window's event loop has run, which may take a while on a busy machine.
    void readAnnouncements()
    {
        m_reader.settle();
        std::ignore = waitUntil([this] { return !m_reader.focusEvents().empty(); }, std::chrono::seconds(2));
        m_reader.settle();
    }

    /// Presses Tab until the focus is back at the start.
    QStringList navigationViolations()
    {
        constexpr int kMost = 60;
        QStringList violations;
        QStringList walked{m_window->focus()};
        for (int step = 0; step < kMost; ++step) {
            m_reader.forgetFocused();
            m_window->press(Qt::Key_Tab);
            m_reader.settle();
            const auto now = m_window->focus();
            if (now == walked.last())
                continue; // moved within a text with links
            readAnnouncements();
            const auto found = violationsIn(m_reader.focusEvents(), m_window->focusHasRows());
            for (const auto &violation : found)
                violations.append(now.section(u' ', 1) + u": "_s + violation);
            if (walked.contains(now))
                break;
            walked.append(now);
        }
        return violations;
    }

    PrivateBus m_bus;
    const VirtualDisplay m_display;
    const WindowManager m_manager{m_display};
    ScreenReader m_reader{m_bus};
    std::optional<PlayedWindow> m_window;
};

} // namespace

TEST_F(FocusAnnouncement, EachScreenAnnouncesTheFocusAndEachStepOnce)
{
    QStringList violations;
    for (const auto &screen : screens()) {
        const auto name = QString::fromUtf8(screen.name);
        open(name);
        const auto events = m_reader.focusEvents();
        if (events.empty() || !events.back().isFocused) // before a dialog opens, the window may have the focus
            violations.append(u"%1, opened: %2"_s.arg(name, described(events)));
        else if (m_window->focusHasRows() && !kRowRoles.contains(events.back().role))
            violations.append(u"%1, opened: its current row is not read: %2"_s.arg(name, described(events.back())));
        if (name == "palette"_L1)
            continue; // Tab does not leave the command palette
        const auto walked = navigationViolations();
        for (const auto &violation : walked)
            violations.append(name + u", "_s + violation);
    }
    violations.removeDuplicates();
    EXPECT_TRUE(violations.isEmpty()) << violations.join(u'\n').toStdString();
    m_window->close();
    EXPECT_TRUE(m_window->hasPassed()) << m_window->output().toStdString();
}

TEST_F(FocusAnnouncement, KeyNavigationIsAnnouncedOncePerStep)
{
    open(u"board"_s);
    const auto says = [this](const QString &text) {
        const auto &events = m_reader.focusEvents();
        EXPECT_EQ(events.size(), 1U) << text.toStdString() << ": " << described(events).toStdString();
        EXPECT_TRUE(!events.empty() && events.back().name.contains(text) && events.back().isFocused)
            << text.toStdString() << ": " << described(events).toStdString();
    };
    press(Qt::Key_Down); // selects another watch with another tree
    says(u"orders on production"_s);
    press(Qt::Key_F6); // the tree of this watch is not loaded
    EXPECT_TRUE(violationsIn(m_reader.focusEvents(), false).isEmpty())
        << described(m_reader.focusEvents()).toStdString();
    press(Qt::Key_F6);
    says(u"orders on production"_s);
    press(Qt::Key_2, Qt::ControlModifier);
    EXPECT_TRUE(violationsIn(m_reader.focusEvents(), true).isEmpty())
        << described(m_reader.focusEvents()).toStdString();
    press(Qt::Key_5, Qt::ControlModifier);
    EXPECT_TRUE(violationsIn(m_reader.focusEvents(), false).isEmpty())
        << described(m_reader.focusEvents()).toStdString();
    press(Qt::Key_1, Qt::ControlModifier);
    says(u"orders on production"_s);
    press(Qt::Key_F10);
    says(u"Settings"_s);
    EXPECT_EQ(m_reader.focusEvents().back().role, u"menu item"_s);
    press(Qt::Key_Down);
    says(u"New watch"_s);
    press(Qt::Key_Escape);
    says(u"orders on production"_s);
    press(Qt::Key_K, Qt::ControlModifier);
    says(u"Find applications"_s);
    press(Qt::Key_Down);
    says(u"Applications"_s);
    EXPECT_EQ(m_reader.focusEvents().back().role, u"list item"_s);
    press(Qt::Key_Escape);
    says(u"orders on production"_s);
    m_window->close();
    EXPECT_TRUE(m_window->hasPassed()) << m_window->output().toStdString();
}

TEST_F(FocusAnnouncement, ChangesAreAnnouncedOnceWithoutMovingTheFocus)
{
    for (const auto &screen : {u"board"_s, u"applications"_s, u"versions"_s, u"instances"_s}) {
        open(screen);
        m_reader.forgetFocused();
        m_window->fail();
        m_reader.settle();
        EXPECT_EQ(m_reader.announcements().size(), 1)
            << screen.toStdString() << ": " << m_reader.announcements().join(u"; "_s).toStdString();
        EXPECT_TRUE(m_reader.announcements().value(0).contains(u"failed"_s))
            << m_reader.announcements().value(0).toStdString();
        EXPECT_TRUE(m_reader.focusEvents().empty())
            << screen.toStdString() << ": " << described(m_reader.focusEvents()).toStdString();
    }
    m_window->close();
    EXPECT_TRUE(m_window->hasPassed()) << m_window->output().toStdString();
}

} // namespace lynceus::test

#endif
