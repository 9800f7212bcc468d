#include "core/io/settings/preferencesfile.h"

#include "core/io/settings/preferencesjson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using testing::HasSubstr;
using testing::SizeIs;

namespace lynceus {

namespace {

class PreferencesFileTest : public testing::Test
{
protected:
    void put(const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(name()).absolutePath());
        QFile file(name());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    [[nodiscard]] QByteArray content(const QString &fileName) const
    {
        QFile file(fileName);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    [[nodiscard]] QString name() const { return folder.filePath(u"config/preferences.json"_s); }

    QTemporaryDir folder;
};

Preferences chosen()
{
    Preferences preferences;
    preferences.notifications.kinds.fill(false);
    preferences.notifications.kinds[static_cast<std::size_t>(NoticeKind::Failed)] = true;
    preferences.notifications.sounds.fill(false);
    preferences.notifications.sounds[static_cast<std::size_t>(NoticeKind::Deployed)] = true;
    preferences.notifications.inQuietHours.fill(true);
    preferences.notifications.quietHours = {true, {21, 30}, {7, 15}};
    preferences.notifications.mutedUntil = Instant(Duration(1'795'000'000'000));
    preferences.notifications.bannersPerTenMinutes = 12;
    preferences.notifications.authors = {u"ada"_s, u"Ada Lovelace"_s};
    preferences.density = Preferences::Density::Compact;
    preferences.timeZone = "Asia/Tokyo";
    preferences.notifications.zone = QTimeZone("Asia/Tokyo");
    preferences.keepDays = 30;
    preferences.keepMegabytes = 50;
    preferences.watchesGoOn = false;
    preferences.askedOnQuit = true;
    preferences.theme = Preferences::Theme::Dark;
    preferences.deadline = Preferences::Deadline::EndOfDay;
    preferences.observing = Preferences::Observing::HalfHour;
    preferences.direction = Preferences::Direction::RightToLeft;
    preferences.environments = {{u"prod"_s, u"#c62f3d"_s, Environment::By::Label, u"stage"_s, {u"prod"_s, u"live-*"_s}},
                                {u"test"_s, u"#2563c9"_s, Environment::By::Namespace, {}, {u"*-test"_s}}};
    preferences.trayExplained = true;
    preferences.shortcuts = {{u"watch.new"_s, u"Ctrl+Shift+N"_s}, {u"find"_s, QString()}};
    return preferences;
}

} // namespace

TEST_F(PreferencesFileTest, RoundTrips)
{
    PreferencesFile first(name());
    EXPECT_EQ(first.read(), QString());
    int reported = 0;
    QObject::connect(&first, &PreferencesFile::changed, &first, [&reported] { ++reported; });
    ASSERT_TRUE(first.change([](Preferences &preferences) { preferences = chosen(); }));
    EXPECT_EQ(reported, 1);
    ASSERT_TRUE(first.change([](Preferences &) {}));
    EXPECT_EQ(reported, 1) << "nothing changed";
    PreferencesFile second(name());
    EXPECT_EQ(second.read(), QString());
    EXPECT_EQ(second.now(), chosen());
    EXPECT_EQ(QFileInfo(name()).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther), 0);
}

TEST_F(PreferencesFileTest, BrokenOrNewerFileStaysUntilTheUserChangesASetting)
{
    const QList<QByteArray> files{"{",
                                  "[]",
                                  "{}",
                                  R"({"format":"lynceus-preferences","version":2})",
                                  R"({"format":"something","version":1})",
                                  QByteArray(2 * 1024 * 1024, ' ')};
    int aside = 0;
    for (const auto &bytes : files) {
        put(bytes);
        PreferencesFile file(name());
        const auto notice = file.read();
        const auto kept = name() + u".aside-%1"_s.arg(++aside);
        EXPECT_TRUE(notice.contains(kept)) << notice.toStdString();
        EXPECT_EQ(file.now(), PreferencesFile(folder.filePath(u"none"_s)).now());
        ASSERT_TRUE(file.change([](Preferences &preferences) { preferences.trayExplained = true; },
                                PreferencesFile::By::Lynceus));
        EXPECT_TRUE(file.now().trayExplained) << "in this run";
        EXPECT_EQ(content(name()), bytes) << "reading and what Lynceus remembers leave it as it is";
        EXPECT_FALSE(QFileInfo::exists(kept));
        ASSERT_TRUE(file.change([](Preferences &preferences) { preferences.keepDays = 7; }));
        EXPECT_EQ(content(kept), bytes);
        ASSERT_TRUE(file.change([](Preferences &preferences) { preferences.keepDays = 8; }));
        EXPECT_FALSE(QFileInfo::exists(name() + u".aside-%1"_s.arg(aside + 1))) << "it is copied once";
        PreferencesFile again(name());
        EXPECT_EQ(again.read(), QString());
        EXPECT_EQ(again.now().keepDays, 8);
    }
}

TEST_F(PreferencesFileTest, InvalidFieldAffectsNoOther)
{
    auto object = preferencesToJson(chosen());
    const QList<std::pair<QString, QJsonValue>> wrong{{u"keepDays"_s, 0},
                                                      {u"keepDays"_s, 1.5},
                                                      {u"keepDays"_s, u"many"_s},
                                                      {u"density"_s, u"huge"_s},
                                                      {u"timeZone"_s, u"Moon"_s},
                                                      {u"timeZone"_s, 7},
                                                      {u"watchesGoOn"_s, 1},
                                                      {u"notifications"_s, true},
                                                      {u"keepMegabytes"_s, 1e300},
                                                      {u"shortcuts"_s, QJsonArray()},
                                                      {u"theme"_s, u"blue"_s},
                                                      {u"direction"_s, u"up"_s},
                                                      {u"newWatchDeadline"_s, u"7m"_s},
                                                      {u"newWatchObserveFor"_s, 5},
                                                      {u"environments"_s, 3},
                                                      {u"askedOnQuit"_s, u"yes"_s}};
    for (const auto &[field, value] : wrong) {
        auto broken = object;
        broken.insert(field, value);
        const auto read = preferencesFromJson(broken);
        ASSERT_TRUE(read) << field.toStdString();
        ASSERT_THAT(read->faults, SizeIs(1)) << field.toStdString();
        EXPECT_THAT(read->faults.front().toStdString(), HasSubstr(field.toStdString()));
        EXPECT_EQ(read->preferences.trayExplained, true);
    }
    object.insert(u"keepDays"_s, -3);
    put(QJsonDocument(object).toJson());
    PreferencesFile file(name());
    EXPECT_TRUE(file.read().contains(u"keepDays is not a number from 1 to 3650"_s));
    EXPECT_EQ(file.now().keepMegabytes, 50);
    const auto original = content(name());
    EXPECT_EQ(original, QJsonDocument(object).toJson()) << "it is unchanged";
    EXPECT_FALSE(QFileInfo::exists(name() + u".aside-1"_s));
    ASSERT_TRUE(file.change([](Preferences &preferences) { preferences.keepDays = 7; }));
    EXPECT_EQ(content(name() + u".aside-1"_s), original);
}

TEST_F(PreferencesFileTest, InvalidEnvironmentIsSkippedAndReported)
{
    auto object = preferencesToJson(chosen());
    auto environments = object.value("environments"_L1).toArray();
    const auto good = environments.at(0).toObject();
    for (const auto &[field, value] : {std::pair<QString, QJsonValue>{u"by"_s, u"cloud"_s},
                                       {u"name"_s, u"TEST"_s},
                                       {u"colour"_s, 7},
                                       {u"values"_s, QJsonArray{1}},
                                       {u"label"_s, QJsonValue()}}) {
        auto bad = good;
        bad.insert(u"name"_s, u"new"_s);
        bad.insert(field, value);
        auto broken = environments;
        broken.append(bad);
        object.insert(u"environments"_s, broken);
        const auto read = preferencesFromJson(object);
        ASSERT_TRUE(read);
        ASSERT_THAT(read->faults, SizeIs(1)) << field.toStdString();
        EXPECT_TRUE(read->faults.front().startsWith(u"environments[2]: "_s)) << read->faults.front().toStdString();
        EXPECT_EQ(read->preferences.environments, chosen().environments);
    }
}

TEST_F(PreferencesFileTest, FailedWriteChangesNothing)
{
    put("not a folder");
    PreferencesFile file(name() + u"/preferences.json"_s);
    int reported = 0;
    QObject::connect(&file, &PreferencesFile::changed, &file, [&reported] { ++reported; });
    const auto changed = file.change([](Preferences &preferences) { preferences.keepDays = 7; });
    ASSERT_FALSE(changed);
    EXPECT_THAT(changed.error().message.toStdString(), HasSubstr("nothing was changed"));
    EXPECT_EQ(file.now().keepDays, 365);
    EXPECT_EQ(reported, 0);
}

TEST_F(PreferencesFileTest, HandlesAnyBytes)
{
    std::mt19937 random(7);
    const auto right = QJsonDocument(preferencesToJson(chosen())).toJson();
    for (int round = 0; round < 300; ++round) {
        auto bytes = right;
        for (int change = 0; change < 4; ++change)
            bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] = static_cast<char>(random());
        if (const auto read = preferencesFromJson(QJsonDocument::fromJson(bytes).object())) {
            EXPECT_GE(read->preferences.keepDays, Preferences::kLeastDays);
            EXPECT_LE(read->preferences.notifications.bannersPerTenMinutes, Preferences::kMostBanners);
            EXPECT_TRUE(read->preferences.notifications.quietHours.from.isValid());
        }
    }
}

TEST_F(PreferencesFileTest, NoFieldNameLooksLikeASecret)
{
    const auto text = QJsonDocument(preferencesToJson(chosen())).toJson().toLower();
    for (const auto *word : {"token", "password", "secret", "key", "credential"})
        EXPECT_FALSE(text.contains(word)) << word;
}

} // namespace lynceus
