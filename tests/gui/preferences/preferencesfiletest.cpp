#include "tests/gui/preferences/preferencesscene.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;

TEST_F(PreferencesDialogTest, HistoryRetentionIsSavedForTheEngine)
{
    named<QSpinBox>(u"Keep verdicts for"_s)->setValue(30);
    named<QSpinBox>(u"Maximum size"_s)->setValue(50);
    const auto stored = storedPreferences(folder.filePath(u"preferences.json"_s));
    EXPECT_EQ(stored.keepDays, 30);
    EXPECT_EQ(stored.keepMegabytes, 50);
    named<QSpinBox>(u"Keep verdicts for"_s)->setValue(0);
    EXPECT_EQ(preferences.now().keepDays, Preferences::kLeastDays);
    named<QLineEdit>(u"Search settings"_s)->setText(u"retention"_s);
    EXPECT_EQ(visibleRows(), 2);
}

TEST_F(PreferencesDialogTest, InvalidImportedValuesAreReportedAndSkipped)
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
    for (const auto &word : {u"density is not comfortable or compact"_s, u"timeZone is not a time zone"_s,
                             u"keepDays is not a number from 1 to 3650"_s, u"keepMegabytes is not a number"_s,
                             u"shortcuts.find is not a string"_s})
        EXPECT_TRUE(says(word)) << word.toStdString();
    EXPECT_EQ(preferences.now().density, Preferences::Density::Comfortable);
    EXPECT_EQ(preferences.now().timeZone, before.timeZone);
    EXPECT_EQ(preferences.now().keepDays, before.keepDays);
    EXPECT_EQ(keys.shortcut(), QKeySequence(u"F2"_s)) << "the valid shortcut is applied";
    QFile broken(folder.filePath(u"broken.json"_s));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write(R"({"format": "lynceus-settings", "version": 2})");
    broken.close();
    const auto kept = preferences.now();
    dialog->importFrom(broken.fileName());
    EXPECT_TRUE(says(u"written by a newer Lynceus"_s));
    EXPECT_EQ(preferences.now(), kept);
}

TEST_F(PreferencesDialogTest, ExportsWithoutSecretsAndImportsNewInstances)
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
    EXPECT_EQ(preferences.now(), kept) << "all settings at once";
    EXPECT_EQ(extend.shortcut(), QKeySequence(u"Ctrl+Y"_s));
    EXPECT_TRUE(says(u"Settings imported."_s));
    EXPECT_EQ(engine.calls().filter(u"saveInstance"_s).size(), 1) << "the other instance already existed";
    dialog->importFrom(folder.filePath(u"nothing.json"_s));
    EXPECT_TRUE(says(u"nothing.json: cannot be read"_s));
}

} // namespace lynceus::test
