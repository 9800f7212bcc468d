#include "tests/gui/preferences/preferencesscene.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;

TEST_F(PreferencesDialogTest, SettingsAreAppliedAndSavedImmediately)
{
    named<QCheckBox>(u"Notification: Deployed"_s)->click();
    named<QCheckBox>(u"Sound: Failed"_s)->click();
    named<QCheckBox>(u"In quiet hours: Failing (early warning)"_s)->click();
    named<QCheckBox>(u"Quiet hours every day"_s)->click();
    named<QTimeEdit>(u"Start of quiet hours"_s)->setTime({22, 15});
    named<QSpinBox>(u"Maximum notifications in 10 minutes, without failures"_s)->setValue(9);
    const auto now = preferences.now().notifications;
    EXPECT_FALSE(now.notifies(NoticeKind::Deployed));
    EXPECT_FALSE(now.hasSound(NoticeKind::Failed));
    EXPECT_TRUE(now.hasSound(NoticeKind::TimedOut));
    EXPECT_TRUE(now.notifiesInQuietHours(NoticeKind::Failing));
    EXPECT_FALSE(named<QCheckBox>(u"Sound: Deployed"_s)->isEnabled()) << "the outcome is not notified";
    EXPECT_TRUE(now.quietHours.enabled);
    EXPECT_EQ(now.quietHours.from, QTime(22, 15));
    EXPECT_EQ(now.bannersPerTenMinutes, 9);
    PreferencesFile again(folder.filePath(u"preferences.json"_s));
    EXPECT_EQ(again.read(), QString());
    EXPECT_EQ(again.now(), preferences.now());
}

TEST_F(PreferencesDialogTest, AcceptsPipelineNamesOfTheUser)
{
    auto *names = named<QLineEdit>(u"Your names as an author in pipelines"_s);
    names->setText(u" ada,  Ada  Lovelace ,, "_s);
    Q_EMIT names->editingFinished();
    EXPECT_EQ(preferences.now().notifications.authors, QStringList({u"ada"_s, u"Ada Lovelace"_s}));
    EXPECT_EQ(names->text(), u"ada, Ada Lovelace"_s);
    names->clear();
    Q_EMIT names->editingFinished();
    EXPECT_EQ(preferences.now().notifications.authors, QStringList());
}

TEST_F(PreferencesDialogTest, FollowsExternalChanges)
{
    ASSERT_TRUE(preferences.change([](Preferences &now) {
        now.notifications.kinds.fill(false);
        now.notifications.bannersPerTenMinutes = 3;
    }));
    EXPECT_FALSE(named<QCheckBox>(u"Notification: Failed"_s)->isChecked());
    EXPECT_EQ(named<QSpinBox>(u"Maximum notifications in 10 minutes, without failures"_s)->value(), 3);
    EXPECT_FALSE(named<QTimeEdit>(u"Start of quiet hours"_s)->isEnabled());
}

TEST_F(PreferencesDialogTest, SendsASampleNotification)
{
    button(u"Send test notification"_s)->click();
    EXPECT_EQ(desktop.shown, 1);
}

TEST_F(PreferencesDialogTest, SearchesLabelsHeadingsAndSynonyms)
{
    const auto all = visibleRows();
    auto *search = named<QLineEdit>(u"Search settings"_s);
    search->setText(u"start of quiet"_s);
    EXPECT_EQ(visibleRows(), 1);
    drainEvents();
    for (const auto *label : dialog->findChildren<QLabel *>()) {
        if (label->buddy() && label->isVisibleTo(dialog.get()))
            EXPECT_LT(label->y(), 120) << "matches stay together at the top";
    }
    search->setText(u"shortcut"_s);
    EXPECT_EQ(visibleRows(), 5) << "four keys, and the way back to the standard ones";
    search->setText(u"autostart"_s);
    EXPECT_EQ(visibleRows(), 1);
    search->setText(u"nonsense"_s);
    EXPECT_EQ(visibleRows(), 0);
    EXPECT_TRUE(says(u"No matching settings"_s));
    search->clear();
    EXPECT_EQ(visibleRows(), all);
}

TEST_F(PreferencesDialogTest, ShowsOneCategoryAndSearchesAll)
{
    auto *list = named<QListWidget>(u"Categories"_s);
    auto *search = named<QLineEdit>(u"Search settings"_s);
    EXPECT_EQ(list->currentItem()->text(), u"General"_s);
    EXPECT_FALSE(named<QComboBox>(u"Theme"_s)->isVisibleTo(dialog.get()));
    choose(u"Appearance"_s);
    EXPECT_TRUE(named<QComboBox>(u"Theme"_s)->isVisibleTo(dialog.get()));
    EXPECT_EQ(visibleRows(), 5);
    search->setText(u"history verdicts"_s);
    EXPECT_EQ(list->currentRow(), -1);
    EXPECT_EQ(visibleRows(), 1);
    search->clear();
    EXPECT_EQ(list->currentItem()->text(), u"Appearance"_s) << "the category selected before the search";
    EXPECT_EQ(visibleRows(), 5);
    search->setText(u"history"_s);
    choose(u"Keys"_s);
    EXPECT_EQ(search->text(), QString()) << "choosing a category ends a search";
    EXPECT_EQ(visibleRows(), 5);
}

TEST_F(PreferencesDialogTest, ThemeDirectionAndQuitBehaviourAreSelectable)
{
    named<QComboBox>(u"Theme"_s)->setCurrentIndex(2);
    EXPECT_EQ(preferences.now().theme, Preferences::Theme::Dark);
    named<QComboBox>(u"Layout direction"_s)->setCurrentIndex(2);
    EXPECT_EQ(preferences.now().direction, Preferences::Direction::RightToLeft);
    named<QComboBox>(u"Default deadline"_s)->setCurrentIndex(3);
    EXPECT_EQ(preferences.now().deadline, Preferences::Deadline::EndOfDay);
    named<QComboBox>(u"Observe for"_s)->setCurrentIndex(1);
    EXPECT_EQ(preferences.now().observing, Preferences::Observing::FiveMinutes);
    auto *quitting = named<QComboBox>(u"When you quit while watches are running"_s);
    EXPECT_EQ(quitting->currentText(), u"Ask"_s);
    quitting->setCurrentIndex(2);
    EXPECT_TRUE(preferences.now().askedOnQuit);
    EXPECT_FALSE(preferences.now().watchesGoOn);
    quitting->setCurrentIndex(1);
    EXPECT_TRUE(preferences.now().watchesGoOn);
    quitting->setCurrentIndex(0);
    EXPECT_FALSE(preferences.now().askedOnQuit);
}

TEST_F(PreferencesDialogTest, ConfiguresAutostartOrReportsTheError)
{
    auto *box = named<QCheckBox>(u"Start Lynceus"_s);
    box->click();
    EXPECT_TRUE(autostart.isOn());
    box->click();
    EXPECT_FALSE(autostart.isOn());
    QDir(folder.filePath(u"autostart"_s)).removeRecursively();
    QFile blocking(folder.filePath(u"autostart"_s));
    ASSERT_TRUE(blocking.open(QIODevice::WriteOnly));
    box->click();
    EXPECT_FALSE(box->isChecked());
    EXPECT_TRUE(says(u"cannot create"_s));
}

TEST_F(PreferencesDialogTest, RowDensityAndTimeFormatAreSelectable)
{
    named<QComboBox>(u"Row height"_s)->setCurrentIndex(1);
    EXPECT_EQ(preferences.now().density, Preferences::Density::Compact);
    auto *zone = named<QComboBox>(u"Time zone"_s);
    const auto type = [zone](const QString &text) {
        zone->lineEdit()->setText(text);
        Q_EMIT zone->lineEdit()->editingFinished();
    };
    type(u"asia/kolkata"_s);
    EXPECT_EQ(preferences.now().timeZone, "Asia/Kolkata");
    type(u"Mars/Olympus"_s);
    EXPECT_EQ(preferences.now().timeZone, "Asia/Kolkata");
    EXPECT_TRUE(says(u"“Mars/Olympus” is not a time zone; use a name such as Europe/Berlin"_s));
    EXPECT_EQ(zone->currentText(), u"Asia/Kolkata"_s);
    type(u"UTC"_s);
    EXPECT_EQ(preferences.now().zone(), QTimeZone::utc());
    zone->setCurrentIndex(0);
    Q_EMIT zone->activated(0);
    EXPECT_TRUE(preferences.now().timeZone.isEmpty());
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.timeZone = "Etc/GMT-3"; }));
    EXPECT_EQ(zone->currentText(), u"Etc/GMT-3"_s) << "updated by an external change";
    named<QLineEdit>(u"Search settings"_s)->setText(u"utc"_s);
    EXPECT_EQ(visibleRows(), 1);
}

} // namespace lynceus::test
