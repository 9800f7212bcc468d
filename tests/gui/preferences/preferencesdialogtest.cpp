#include "app/gui/preferences/preferencesdialog.h"

#include "core/io/settings/settingsexchange.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QAccessible>
#include <QCheckBox>
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
        shortcuts.add(u"find"_s, &find);
        shortcuts.add(u"keys"_s, &keys);
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
    EXPECT_EQ(visibleRows(), 3);
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

TEST_F(PreferencesDialogTest, ExportsWithoutSecretsAndImportsWhatIsNew)
{
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.keepDays = 30; }));
    const auto name = folder.filePath(u"settings.json"_s);
    dialog->exportTo(name);
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto text = file.readAll();
    EXPECT_TRUE(text.contains("argocd.example.org"));
    for (const auto *word : {"token", "password\":", "secret"})
        EXPECT_FALSE(text.toLower().contains(word)) << word;
    ASSERT_TRUE(preferences.change([](Preferences &now) { now.keepDays = 60; }));
    const auto exported = settingsFromJson(text);
    ASSERT_TRUE(exported);
    ASSERT_TRUE(
        exportSettings(name, exported->preferences,
                       {exported->instances.front(), instanceOf(u"new"_s, u"https://new.example.org"_s).instance}));
    dialog->importFrom(name);
    EXPECT_EQ(preferences.now().keepDays, 30);
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
