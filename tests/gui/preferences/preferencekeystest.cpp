#include "tests/gui/preferences/preferencesscene.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;

TEST_F(PreferencesDialogTest, ShortcutsChangeImmediatelyAndConflictsAreShown)
{
    auto *edit = named<QKeySequenceEdit>(u"Find"_s);
    edit->setKeySequence(QKeySequence(u"Ctrl+F"_s));
    Q_EMIT edit->editingFinished();
    EXPECT_EQ(find.shortcut(), QKeySequence(u"Ctrl+F"_s));
    auto *other = named<QKeySequenceEdit>(u"Keys"_s);
    other->setKeySequence(QKeySequence(u"Ctrl+F"_s));
    Q_EMIT other->editingFinished();
    EXPECT_TRUE(says(u"Ctrl+F is already used by “Find”"_s));
    EXPECT_EQ(keys.shortcut(), QKeySequence(u"F1"_s)) << "nothing was changed";
    EXPECT_EQ(other->keySequence(), QKeySequence(u"F1"_s));
    other->setKeySequence(QKeySequence(Qt::Key_Backspace));
    Q_EMIT other->editingFinished();
    EXPECT_TRUE(keys.shortcut().isEmpty());
    button(u"Default shortcuts"_s)->click();
    EXPECT_EQ(find.shortcut(), QKeySequence(u"Ctrl+K"_s));
    EXPECT_EQ(keys.shortcuts(), (QList<QKeySequence>{QKeySequence(u"F1"_s), QKeySequence(u"?"_s)}));
}

TEST_F(PreferencesDialogTest, AcceptsAShortcutOnlyWhereItWorks)
{
    auto *here = named<QKeySequenceEdit>(u"Extend (Releases)"_s);
    const auto press = [](QKeySequenceEdit *edit, const QString &key) {
        edit->setKeySequence(QKeySequence(key));
        Q_EMIT edit->editingFinished();
    };
    press(here, u"W"_s);
    EXPECT_EQ(extend.shortcut(), QKeySequence(u"W"_s)) << "the other W shortcut is limited to Applications";
    EXPECT_EQ(watch.shortcut(), QKeySequence(u"W"_s));
    press(here, u"Ctrl+K"_s);
    EXPECT_TRUE(says(u"Ctrl+K is already used by “Find”"_s)) << "which works everywhere";
    EXPECT_EQ(extend.shortcut(), QKeySequence(u"W"_s));
    press(named<QKeySequenceEdit>(u"Find"_s), u"W"_s);
    EXPECT_TRUE(says(u"W is already used by “Extend”"_s));
    named<QToolButton>(u"Default shortcut of Extend (Releases)"_s)->click();
    EXPECT_EQ(extend.shortcut(), QKeySequence(u"Ctrl+E"_s));
    EXPECT_FALSE(named<QToolButton>(u"Default shortcut of Extend (Releases)"_s)->isEnabled());
    EXPECT_FALSE(preferences.now().shortcuts.contains(u"board.extend"_s));
}

TEST_F(PreferencesDialogTest, InvalidShortcutsFromAFileAreShownAndIgnored)
{
    choose(u"Keys"_s);
    ASSERT_TRUE(preferences.change([](Preferences &now) {
        now.shortcuts = {{u"keys"_s, u"Ctrl+K"_s},
                         {u"board.extend"_s, u"nonsense"_s},
                         {u"applications.watch"_s, QString()},
                         {u"of.a.newer.program"_s, u"Ctrl+J"_s}};
    }));
    EXPECT_EQ(keys.shortcut(), QKeySequence(u"Ctrl+K"_s)) << "set by the user";
    EXPECT_TRUE(find.shortcut().isEmpty()) << "two actions with one shortcut would both be disabled";
    EXPECT_TRUE(says(u"Ctrl+K is already used by “Keys”"_s));
    EXPECT_EQ(extend.shortcut(), QKeySequence(u"Ctrl+E"_s));
    EXPECT_TRUE(says(u"“nonsense” is not a key"_s));
    EXPECT_TRUE(watch.shortcut().isEmpty());
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.shortcuts.remove(u"keys"_s); }));
    EXPECT_EQ(find.shortcut(), QKeySequence(u"Ctrl+K"_s));
    EXPECT_FALSE(says(u"is already used by"_s));
    EXPECT_EQ(preferences.now().shortcuts.value(u"of.a.newer.program"_s), u"Ctrl+J"_s) << "kept for the other program";
}

TEST_F(PreferencesDialogTest, FocusableWidgetsHaveNames)
{
    for (auto *widget : dialog->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(dialog.get())
            || widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QScrollArea"))
            continue;
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        ASSERT_TRUE(interface);
        EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
    }
}

} // namespace lynceus::test
