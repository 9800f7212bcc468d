#include "app/gui/preferences/preferencesdialog.h"

#include "core/io/settings/settingsexchange.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>
#include <QTimeZone>
#include <QToolButton>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

/// Counts what it is asked to show.
class CountingDesktop final : public DesktopNotifications
{
public:
    void show(const QString &, const DesktopNotification &) override { ++shown; }
    int shown = 0;
};

InstanceState instanceOf(const QString &id, const QString &url)
{
    InstanceState state;
    state.instance.id = id;
    state.instance.name = id;
    state.instance.baseUrl = QUrl(url);
    state.instance.colour = u"#2563c9"_s;
    state.instance.headerNames = {u"X-Gateway"_s};
    return state;
}

class PreferencesDialogTest : public testing::Test
{
protected:
    void SetUp() override
    {
        find.setShortcut(QKeySequence(u"Ctrl+K"_s));
        keys.setShortcuts({QKeySequence(u"F1"_s), QKeySequence(u"?"_s)});
        find.setObjectName(u"find"_s);
        keys.setObjectName(u"keys"_s);
        extend.setObjectName(u"board.extend"_s);
        extend.setShortcut(QKeySequence(u"Ctrl+E"_s));
        watch.setObjectName(u"applications.watch"_s);
        watch.setShortcut(QKeySequence(u"W"_s));
        shortcuts.add({}, {&find, &keys});
        shortcuts.add(u"Releases"_s, {&extend});
        shortcuts.add(u"Applications"_s, {&watch});
        engine.start();
        dialog = std::make_unique<PreferencesDialog>(engine, notifications, preferences, shortcuts, autostart,
                                                     QMap<QString, InstanceState>{{u"prod"_s, prod}});
        dialog->show();
    }
    template<typename T>
    T *named(const QString &name)
    {
        for (auto *each : dialog->findChildren<T *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        ADD_FAILURE() << name.toStdString();
        return nullptr;
    }
    QPushButton *button(const QString &text)
    {
        for (auto *each : dialog->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    int visibleRows()
    {
        int rows = 0;
        for (const auto *label : dialog->findChildren<QLabel *>())
            rows += label->buddy() && label->isVisibleTo(dialog.get()) ? 1 : 0;
        return rows;
    }
    bool says(const QString &text)
    {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisibleTo(dialog.get()) && label->text().contains(text);
        });
    }

    QTemporaryDir folder;
    FakeClock clock;
    FakeEngine engine{clock};
    CountingDesktop desktop;
    Notifications notifications{engine, desktop, clock};
    PreferencesFile preferences{folder.filePath(u"preferences.json"_s)};
    ShortcutBook shortcuts{preferences};
    Autostart autostart{folder.filePath(u"autostart"_s), u"/usr/bin/lynceus"_s};
    InstanceState prod = instanceOf(u"prod"_s, u"https://argocd.example.org"_s);
    QAction find{u"Find"_s};
    QAction keys{u"Keys"_s};
    QAction extend{u"Extend"_s};
    QAction watch{u"Watch…"_s};
    std::unique_ptr<PreferencesDialog> dialog;
};

} // namespace

TEST_F(PreferencesDialogTest, EverythingIsAppliedAndKeptAtOnce)
{
    named<QCheckBox>(u"Notification: Deployed"_s)->click();
    named<QCheckBox>(u"Be quiet each day"_s)->click();
    named<QTimeEdit>(u"Quiet from"_s)->setTime({22, 15});
    named<QSpinBox>(u"Banners a day, failures apart"_s)->setValue(9);
    const auto now = preferences.now().notifications;
    EXPECT_FALSE(now.tells(NoticeKind::Deployed));
    EXPECT_TRUE(now.quietHours.enabled);
    EXPECT_EQ(now.quietHours.from, QTime(22, 15));
    EXPECT_EQ(now.bannersPerDay, 9);
    PreferencesFile again(folder.filePath(u"preferences.json"_s));
    EXPECT_EQ(again.read(), QString());
    EXPECT_EQ(again.now(), preferences.now());
}

TEST_F(PreferencesDialogTest, FollowsWhatChangesElsewhere)
{
    ASSERT_TRUE(preferences.change([](Preferences &now) {
        now.notifications.kinds.fill(false);
        now.notifications.bannersPerDay = 3;
    }));
    EXPECT_FALSE(named<QCheckBox>(u"Notification: Failed"_s)->isChecked());
    EXPECT_EQ(named<QSpinBox>(u"Banners a day, failures apart"_s)->value(), 3);
    EXPECT_FALSE(named<QTimeEdit>(u"Quiet from"_s)->isEnabled());
}

TEST_F(PreferencesDialogTest, SendsOneNow)
{
    button(u"Send me one now"_s)->click();
    EXPECT_EQ(desktop.shown, 1);
}

TEST_F(PreferencesDialogTest, IsSearchedByLabelsHeadingsAndOtherWords)
{
    const auto all = visibleRows();
    auto *search = named<QLineEdit>(u"Search preferences"_s);
    search->setText(u"quiet from"_s);
    EXPECT_EQ(visibleRows(), 1);
    search->setText(u"shortcut"_s);
    EXPECT_EQ(visibleRows(), 5) << "four keys, and the way back to the standard ones";
    search->setText(u"autostart"_s);
    EXPECT_EQ(visibleRows(), 1);
    search->setText(u"nonsense"_s);
    EXPECT_EQ(visibleRows(), 0);
    EXPECT_TRUE(says(u"No preference is called like that."_s));
    search->clear();
    EXPECT_EQ(visibleRows(), all);
}

TEST_F(PreferencesDialogTest, StartsWithTheDesktopOrSaysWhyNot)
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
    EXPECT_TRUE(says(u"cannot be made"_s));
}

TEST_F(PreferencesDialogTest, KeysAreChangedAtOnceAndConflictsAreShown)
{
    auto *edit = named<QKeySequenceEdit>(u"Find"_s);
    edit->setKeySequence(QKeySequence(u"Ctrl+F"_s));
    Q_EMIT edit->editingFinished();
    EXPECT_EQ(find.shortcut(), QKeySequence(u"Ctrl+F"_s));
    auto *other = named<QKeySequenceEdit>(u"Keys"_s);
    other->setKeySequence(QKeySequence(u"Ctrl+F"_s));
    Q_EMIT other->editingFinished();
    EXPECT_TRUE(says(u"Ctrl+F is taken by “Find”"_s));
    EXPECT_EQ(keys.shortcut(), QKeySequence(u"F1"_s)) << "nothing was changed";
    EXPECT_EQ(other->keySequence(), QKeySequence(u"F1"_s));
    other->setKeySequence(QKeySequence(Qt::Key_Backspace));
    Q_EMIT other->editingFinished();
    EXPECT_TRUE(keys.shortcut().isEmpty());
    button(u"Standard keys"_s)->click();
    EXPECT_EQ(find.shortcut(), QKeySequence(u"Ctrl+K"_s));
    EXPECT_EQ(keys.shortcuts(), (QList<QKeySequence>{QKeySequence(u"F1"_s), QKeySequence(u"?"_s)}));
}

TEST_F(PreferencesDialogTest, AKeyIsTakenWhereItWorks)
{
    auto *here = named<QKeySequenceEdit>(u"Extend (Releases)"_s);
    const auto press = [](QKeySequenceEdit *edit, const QString &key) {
        edit->setKeySequence(QKeySequence(key));
        Q_EMIT edit->editingFinished();
    };
    press(here, u"W"_s);
    EXPECT_EQ(extend.shortcut(), QKeySequence(u"W"_s)) << "the other W works in Applications only";
    EXPECT_EQ(watch.shortcut(), QKeySequence(u"W"_s));
    press(here, u"Ctrl+K"_s);
    EXPECT_TRUE(says(u"Ctrl+K is taken by “Find”"_s)) << "which works everywhere";
    EXPECT_EQ(extend.shortcut(), QKeySequence(u"W"_s));
    press(named<QKeySequenceEdit>(u"Find"_s), u"W"_s);
    EXPECT_TRUE(says(u"W is taken by “Extend”"_s));
    named<QToolButton>(u"Standard key of Extend (Releases)"_s)->click();
    EXPECT_EQ(extend.shortcut(), QKeySequence(u"Ctrl+E"_s));
    EXPECT_FALSE(named<QToolButton>(u"Standard key of Extend (Releases)"_s)->isEnabled());
    EXPECT_FALSE(preferences.now().shortcuts.contains(u"board.extend"_s));
}

TEST_F(PreferencesDialogTest, KeysFromAFileThatCannotBeAreShownAndHarmNobody)
{
    ASSERT_TRUE(preferences.change([](Preferences &now) {
        now.shortcuts = {{u"keys"_s, u"Ctrl+K"_s},
                         {u"board.extend"_s, u"nonsense"_s},
                         {u"applications.watch"_s, QString()},
                         {u"of.a.newer.program"_s, u"Ctrl+J"_s}};
    }));
    EXPECT_EQ(keys.shortcut(), QKeySequence(u"Ctrl+K"_s)) << "chosen by a person";
    EXPECT_TRUE(find.shortcut().isEmpty()) << "two actions with one key would be none";
    EXPECT_TRUE(says(u"Ctrl+K is taken by “Keys”"_s));
    EXPECT_EQ(extend.shortcut(), QKeySequence(u"Ctrl+E"_s));
    EXPECT_TRUE(says(u"“nonsense” is no key"_s));
    EXPECT_TRUE(watch.shortcut().isEmpty());
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.shortcuts.remove(u"keys"_s); }));
    EXPECT_EQ(find.shortcut(), QKeySequence(u"Ctrl+K"_s));
    EXPECT_FALSE(says(u"is taken by"_s));
    EXPECT_EQ(preferences.now().shortcuts.value(u"of.a.newer.program"_s), u"Ctrl+J"_s) << "kept for that program";
}

TEST_F(PreferencesDialogTest, RowsAndTimesAreChosen)
{
    named<QComboBox>(u"Rows of lists"_s)->setCurrentIndex(1);
    EXPECT_EQ(preferences.now().density, Preferences::Density::Compact);
    auto *zone = named<QComboBox>(u"Times are shown"_s);
    const auto type = [zone](const QString &text) {
        zone->lineEdit()->setText(text);
        Q_EMIT zone->lineEdit()->editingFinished();
    };
    type(u"asia/kolkata"_s);
    EXPECT_EQ(preferences.now().timeZone, "Asia/Kolkata");
    type(u"Mars/Olympus"_s);
    EXPECT_EQ(preferences.now().timeZone, "Asia/Kolkata");
    EXPECT_TRUE(says(u"Mars/Olympus is no time zone such as Europe/Berlin"_s));
    EXPECT_EQ(zone->currentText(), u"Asia/Kolkata"_s);
    type(u"UTC"_s);
    EXPECT_EQ(preferences.now().zone(), QTimeZone::utc());
    zone->setCurrentIndex(0);
    Q_EMIT zone->activated(0);
    EXPECT_TRUE(preferences.now().timeZone.isEmpty());
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.timeZone = "Etc/GMT-3"; }));
    EXPECT_EQ(zone->currentText(), u"Etc/GMT-3"_s) << "followed from elsewhere";
    named<QLineEdit>(u"Search preferences"_s)->setText(u"utc"_s);
    EXPECT_EQ(visibleRows(), 1);
}

TEST_F(PreferencesDialogTest, HowLongHistoryIsKeptIsChosenAndReachesTheFileOfTheEngine)
{
    named<QSpinBox>(u"Verdicts are kept for"_s)->setValue(30);
    named<QSpinBox>(u"They take at most"_s)->setValue(50);
    const auto stored = storedPreferences(folder.filePath(u"preferences.json"_s));
    EXPECT_EQ(stored.keepDays, 30);
    EXPECT_EQ(stored.keepMegabytes, 50);
    named<QSpinBox>(u"Verdicts are kept for"_s)->setValue(0);
    EXPECT_EQ(preferences.now().keepDays, Preferences::kLeastDays);
    named<QLineEdit>(u"Search preferences"_s)->setText(u"retention"_s);
    EXPECT_EQ(visibleRows(), 2);
}

TEST_F(PreferencesDialogTest, WrongValuesInAnImportedFileAreNamedAndLeftOut)
{
    QFile file(folder.filePath(u"wrong.json"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"format": "lynceus-settings", "version": 1, "instances": {"format": "lynceus-instances", "version": 1,
        "instances": []}, "preferences": {"format": "lynceus-preferences", "version": 1, "density": "tiny",
        "timeZone": "Mars/Olympus", "keepDays": 0, "keepMegabytes": "much", "shortcuts": {"find": 7, "keys": "F2"}}})");
    file.close();
    const auto before = preferences.now();
    dialog->importFrom(file.fileName());
    for (const auto &word :
         {u"density is neither comfortable nor compact"_s, u"timeZone is no zone"_s,
          u"keepDays is no number from 1 to 3650"_s, u"keepMegabytes is no number"_s, u"shortcuts.find is no text"_s})
        EXPECT_TRUE(says(word)) << word.toStdString();
    EXPECT_EQ(preferences.now().density, Preferences::Density::Comfortable);
    EXPECT_EQ(preferences.now().timeZone, before.timeZone);
    EXPECT_EQ(preferences.now().keepDays, before.keepDays);
    EXPECT_EQ(keys.shortcut(), QKeySequence(u"F2"_s)) << "what is right is taken";
    QFile broken(folder.filePath(u"broken.json"_s));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write(R"({"format": "lynceus-settings", "version": 2})");
    broken.close();
    const auto kept = preferences.now();
    dialog->importFrom(broken.fileName());
    EXPECT_TRUE(says(u"written by a newer Lynceus"_s));
    EXPECT_EQ(preferences.now(), kept);
}

TEST_F(PreferencesDialogTest, ExportsWithoutSecretsAndImportsWhatIsNew)
{
    ASSERT_TRUE(preferences.change([](Preferences &now) {
        now.keepDays = 30;
        now.keepMegabytes = 40;
        now.density = Preferences::Density::Compact;
        now.timeZone = "Asia/Kolkata";
        now.shortcuts.insert(u"board.extend"_s, u"Ctrl+Y"_s);
    }));
    const auto kept = preferences.now();
    const auto name = folder.filePath(u"settings.json"_s);
    dialog->exportTo(name);
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto text = file.readAll();
    EXPECT_TRUE(text.contains("argocd.example.org"));
    for (const auto *word : {"token", "password\":", "secret"})
        EXPECT_FALSE(text.toLower().contains(word)) << word;
    ASSERT_TRUE(preferences.change([](Preferences &now) { now = Preferences(); }));
    EXPECT_EQ(extend.shortcut(), QKeySequence(u"Ctrl+E"_s));
    const auto exported = settingsFromJson(text);
    ASSERT_TRUE(exported);
    ASSERT_TRUE(
        exportSettings(name, exported->preferences,
                       {exported->instances.front(), instanceOf(u"new"_s, u"https://new.example.org"_s).instance}));
    dialog->importFrom(name);
    EXPECT_EQ(preferences.now(), kept) << "all of them, at once";
    EXPECT_EQ(extend.shortcut(), QKeySequence(u"Ctrl+Y"_s));
    EXPECT_TRUE(says(u"Imported."_s));
    EXPECT_EQ(engine.calls().filter(u"saveInstance"_s).size(), 1) << "the other one was there already";
    dialog->importFrom(folder.filePath(u"nothing.json"_s));
    EXPECT_TRUE(says(u"nothing.json: cannot be read"_s));
}

TEST_F(PreferencesDialogTest, EverythingThatTakesTheFocusHasAName)
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
