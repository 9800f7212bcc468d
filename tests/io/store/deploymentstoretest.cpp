#include "core/io/store/deployments/deploymentstore.h"

#include "core/io/store/deployments/followstore.h"
#include "core/io/store/encoding/codec.h"
#include "core/io/store/watchstore.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

constexpr Instant kZero{1'000'000s};

Deployment deployment(const QString &name, Duration at, Deployment::Outcome outcome = Deployment::Outcome::Deployed)
{
    Deployment made;
    made.application = {u"prod"_s, u"argocd"_s, name};
    made.project = u"shop"_s;
    made.kind = Deployment::Kind::Image;
    made.outcome = outcome;
    made.actor = {Actor::Kind::User, u"ann"_s};
    made.images = {{u"ghcr.io/acme/"_s + name, {u"1.4.0"_s}, {u"1.5.0"_s}, false}};
    made.chartFrom = u"1.0"_s;
    made.chartTo = u"1.1"_s;
    made.revisionsFrom = QStringList{u"a"_s};
    made.revisionsTo = QStringList{u"b"_s, u"c"_s};
    made.commit = RevisionMetadata{u"Ann"_s, u"Release of the fair"_s, kZero};
    made.startedAt = kZero + at;
    made.endedAt = kZero + at + 30s;
    made.cause = u"degraded"_s;
    made.message = u"why"_s;
    made.watch = u"w7k3f"_s;
    return made;
}

class DeploymentStoreTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_file = m_folder.filePath(u"store.db"_s);
        ASSERT_TRUE(WatchStore::open(m_file, kZero).has_value());
        auto opened = DeploymentStore::open(m_file);
        ASSERT_TRUE(opened.has_value()) << opened.error().message.toStdString();
        m_store = *std::move(opened);
    }

    QStringList names(const DeploymentQuery &query)
    {
        QStringList all;
        const auto found = m_store->find(query);
        EXPECT_TRUE(found.has_value());
        for (const auto &one : found.value_or(std::vector<Deployment>()))
            all += one.application.name;
        return all;
    }

    QTemporaryDir m_folder;
    QString m_file;
    std::unique_ptr<DeploymentStore> m_store;
};

TEST_F(DeploymentStoreTest, KeepsEverythingOfADeployment)
{
    const auto written = deployment(u"web"_s, 0s);
    ASSERT_TRUE(m_store->write({written}));
    const auto reader = DeploymentStore::openToRead(m_file); // while the writer has it open
    ASSERT_TRUE(reader && *reader);
    const auto read = (*reader)->find({});
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 1U);
    EXPECT_EQ(read->front(), written);
    EXPECT_EQ(m_store->deployment(written.application, written.startedAt).value(), written);
    EXPECT_FALSE(m_store->deployment(written.application, kZero + 1s).value().has_value());
}

TEST_F(DeploymentStoreTest, EachDeploymentIsStoredOnceInItsNewestState)
{
    auto web = deployment(u"web"_s, 0s, Deployment::Outcome::InProgress);
    ASSERT_TRUE(m_store->write({web}));
    EXPECT_EQ(m_store->open().value().size(), 1U);
    web.outcome = Deployment::Outcome::Failed;
    ASSERT_TRUE(m_store->write({web}));
    EXPECT_EQ(m_store->count().value(), 1);
    EXPECT_TRUE(m_store->open().value().empty());
    auto weaker = web;
    weaker.proof = Deployment::Proof::Reconstructed;
    weaker.outcome = Deployment::Outcome::Superseded;
    ASSERT_TRUE(m_store->write({weaker}));
    EXPECT_EQ(m_store->find({}).value().front(), web) << "a history entry has less weight than an observation";
    auto watched = web;
    watched.proof = Deployment::Proof::Watched;
    ASSERT_TRUE(m_store->write({watched}));
    EXPECT_EQ(m_store->find({}).value().front(), watched);
    web.outcome = Deployment::Outcome::InProgress; // what a process with an outdated cache would write
    ASSERT_TRUE(m_store->write({web}));
    EXPECT_EQ(m_store->find({}).value().front(), watched) << "an observation has less weight than a verdict";
    watched.message = u"more"_s;
    ASSERT_TRUE(m_store->write({watched}));
    EXPECT_EQ(m_store->find({}).value().front(), watched);
}

TEST_F(DeploymentStoreTest, FiltersAndListsTheNewestFirst)
{
    auto api = deployment(u"api"_s, 10s, Deployment::Outcome::Failed);
    api.actor = {Actor::Kind::ImageUpdater, {}};
    api.application.nameSpace = u"team-a"_s;
    auto cart = deployment(u"cart"_s, 20s);
    cart.application.instance = u"stage"_s;
    cart.proof = Deployment::Proof::Observed;
    cart.commit.reset();
    auto web = deployment(u"web"_s, 0s);
    web.proof = Deployment::Proof::Watched;
    ASSERT_TRUE(m_store->write({web, api, cart}));
    EXPECT_EQ(names({}), (QStringList{u"cart"_s, u"api"_s, u"web"_s}));
    EXPECT_EQ(names({.limit = 2}), (QStringList{u"cart"_s, u"api"_s}));
    EXPECT_EQ(names({.instance = u"stage"_s}), QStringList{u"cart"_s});
    EXPECT_EQ(names({.application = u"web"_s}), QStringList{u"web"_s});
    EXPECT_EQ(names({.nameSpace = u"team-a"_s}), QStringList{u"api"_s});
    EXPECT_EQ(names({.nameSpace = u"team-a"_s, .application = u"web"_s}), QStringList());
    EXPECT_EQ(names({.outcomes = {Deployment::Outcome::Failed}}), QStringList{u"api"_s});
    EXPECT_EQ(names({.actors = {Actor::Kind::ImageUpdater, Actor::Kind::Rollback}}), QStringList{u"api"_s});
    EXPECT_EQ(names({.proofs = {Deployment::Proof::Watched}}), QStringList{u"web"_s});
    EXPECT_EQ(names({.from = kZero + 10s}), (QStringList{u"cart"_s, u"api"_s}));
    EXPECT_EQ(names({.until = kZero + 10s}), QStringList{u"web"_s});
    EXPECT_EQ(names({.text = u"The Fair"_s}), (QStringList{u"api"_s, u"web"_s}));
    EXPECT_EQ(names({.text = u"acme/cart"_s}), QStringList{u"cart"_s});
    EXPECT_EQ(names({.text = u"%"_s}), QStringList()) << "no wildcard";
    web.revisionsTo = QStringList{QString(40, u'f')};
    ASSERT_TRUE(m_store->write({web}));
    for (const auto length : {7, 12, 20, 40})
        EXPECT_EQ(names({.text = QString(length, u'F')}), QStringList{u"web"_s}) << length;
}

TEST_F(DeploymentStoreTest, RemovesOldAndExcessDeployments)
{
    std::vector<Deployment> all;
    for (int i = 0; i < 10; ++i)
        all.push_back(deployment(u"web-%1"_s.arg(i), std::chrono::seconds(i)));
    ASSERT_TRUE(m_store->write(all));
    EXPECT_EQ(m_store->retain(kZero + 2s, 100).value(), 2);
    EXPECT_EQ(m_store->retain(kZero, 3).value(), 5);
    EXPECT_EQ(names({}), (QStringList{u"web-9"_s, u"web-8"_s, u"web-7"_s}));
}

TEST_F(DeploymentStoreTest, ManyDeploymentsDisplaceNoVerdict)
{
    std::vector<Deployment> all;
    for (int i = 0; i < 2'000; ++i)
        all.push_back(deployment(u"web-%1"_s.arg(i), std::chrono::seconds(i)));
    ASSERT_TRUE(m_store->write(all));
    auto watches = WatchStore::open(m_file, kZero);
    ASSERT_TRUE(watches.has_value());
    StoredWatch ended;
    ended.record.id = u"w1"_s;
    ended.record.verdict.outcome = Outcome::Deployed;
    ended.record.endedAt = kZero;
    ASSERT_TRUE(watches->store->write({ended}, WatchStore::Durability::Power));
    EXPECT_EQ(watches->store->retain(kZero, {.size = 64 * 1024}).value(), 0);
}

/// 100,000 deployments take 60 MB; tests/bench/deployments.cpp measures them.
TEST_F(DeploymentStoreTest, DeploymentIsStoredCompactly)
{
    constexpr int kCount = 3'000;
    std::vector<Deployment> all;
    for (int i = 0; i < kCount; ++i) {
        auto one = deployment(u"team-7-service-%1"_s.arg(i % 200), std::chrono::seconds(i));
        one.chartFrom.clear();
        one.chartTo.clear();
        one.cause.clear();
        one.message.clear();
        one.actor = {Actor::Kind::Automated, u"Developer %1 <developer%1@acme.example>"_s.arg(i % 50)};
        one.commit = RevisionMetadata{one.actor.name, u"Release the service for ticket SHOP-%1"_s.arg(i), kZero};
        const auto commit = [](int number) {
            return QString::number(0x9e3779b97f4a7c15ULL * quint64(number + 1), 16) + QString(24, u'c');
        };
        one.revisionsFrom = QStringList{commit(i)};
        one.revisionsTo = QStringList{commit(i + 1)};
        all.push_back(one);
    }
    ASSERT_TRUE(m_store->write(all));
    m_store.reset(); // writes the WAL into the file
    const auto bytes = QFileInfo(m_file).size();
    EXPECT_LE(bytes / kCount, 600);
}

TEST_F(DeploymentStoreTest, ReadsRecordsWithoutDictionary)
{
    const auto web = deployment(u"web"_s, 0s);
    ASSERT_TRUE(m_store->write({web}));
    m_store.reset();
    {
        Database database(m_file);
        ASSERT_TRUE(database.open(Database::Use::Write));
        auto record = database.ask(u"SELECT record FROM deployment"_s).value().toByteArray();
        auto map = QCborMap{{u"prj"_s, u"shop"_s}, {u"knd"_s, u"image"_s}};
        const auto old = packed(map);
        EXPECT_LT(record.size(), 300) << "with a dictionary";
        ASSERT_TRUE(database.run(u"UPDATE deployment SET record=?"_s, {old}));
    }
    m_store = DeploymentStore::open(m_file).value();
    const auto found = m_store->find({});
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ(found->front().project, "shop"_L1);
    EXPECT_EQ(found->front().application, web.application);
}

TEST_F(DeploymentStoreTest, LongCommitMessageIsTruncated)
{
    auto web = deployment(u"web"_s, 0s);
    web.commit->message = QString(500, u'x') + u"\nbody"_s;
    ASSERT_TRUE(m_store->write({web}));
    EXPECT_EQ(m_store->find({}).value().front().commit->message.size(), 160);
}

TEST_F(DeploymentStoreTest, UnreadableDeploymentIsCountedAndSkipped)
{
    ASSERT_TRUE(m_store->write({deployment(u"web"_s, 0s), deployment(u"api"_s, 1s)}));
    {
        Database database(m_file);
        ASSERT_TRUE(database.open(Database::Use::Write));
        ASSERT_TRUE(database.run(u"UPDATE deployment SET record=x'00' WHERE application='web'"_s));
    }
    EXPECT_EQ(names({}), QStringList{u"api"_s});
    EXPECT_EQ(m_store->unreadable(), 1);
}

TEST(DeploymentStore, PreviousVersionIsMigratedWithItsWatches)
{
    QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    ASSERT_TRUE(WatchStore::open(file, kZero).has_value());
    {
        Database database(file); // as version 1 created it
        ASSERT_TRUE(database.open(Database::Use::Write));
        ASSERT_TRUE(database.run(u"DROP TABLE deployment"_s));
        ASSERT_TRUE(database.run(u"DROP TABLE follow"_s));
        ASSERT_TRUE(database.run(u"PRAGMA user_version=1"_s));
    }
    const auto early = DeploymentStore::openToRead(file);
    ASSERT_TRUE(early.has_value());
    EXPECT_EQ(early->get(), nullptr) << "an older store has no deployments, which is not an error";
    const auto migrated = WatchStore::open(file, kZero);
    ASSERT_TRUE(migrated.has_value()) << migrated.error().message.toStdString();
    const auto store = DeploymentStore::open(file);
    ASSERT_TRUE(store.has_value()) << store.error().message.toStdString();
    EXPECT_EQ((*store)->count().value(), 0);
}

/// As version 2 created it: without the columns and the table of version 3.
void makeOlder(const QString &file)
{
    Database database(file);
    ASSERT_TRUE(database.open(Database::Use::Write));
    for (const auto &column : {u"subject"_s, u"took"_s, u"lead"_s, u"is_rollback"_s, u"project"_s, u"rule"_s})
        ASSERT_TRUE(database.run(u"ALTER TABLE deployment DROP COLUMN "_s + column));
    ASSERT_TRUE(database.run(u"DROP TABLE follow"_s));
    ASSERT_TRUE(database.run(u"PRAGMA user_version=2"_s));
}

TEST_F(DeploymentStoreTest, Version2IsMigratedToVersion3)
{
    const auto web = deployment(u"web"_s, 0s);
    auto api = deployment(u"api"_s, 10s, Deployment::Outcome::Failed);
    api.kind = Deployment::Kind::Rollback;
    ASSERT_TRUE(m_store->write({web, api}));
    m_store.reset();
    makeOlder(m_file);
    EXPECT_EQ(DeploymentStore::openToRead(m_file).value().get(), nullptr);
    ASSERT_TRUE(WatchStore::open(m_file, kZero).has_value());
    m_store = DeploymentStore::open(m_file).value();
    EXPECT_EQ(m_store->find({.project = u"shop"_s}).value().size(), 2U);
    const auto samples = m_store->samples({}).value();
    ASSERT_EQ(samples.size(), 2U);
    EXPECT_EQ(samples[0].application, subjectOf(web.application));
    EXPECT_EQ(samples[0].committedAt, kZero);
    EXPECT_EQ(samples[1].outcome, Deployment::Outcome::Failed);
    EXPECT_TRUE(samples[1].isRollback);
}

TEST_F(DeploymentStoreTest, SamplesMatchTheirDeploymentsInOrder)
{
    auto api = deployment(u"api"_s, 20s, Deployment::Outcome::InProgress);
    api.endedAt.reset();
    api.commit.reset();
    const auto web = deployment(u"web"_s, 10s);
    ASSERT_TRUE(m_store->write({api, web, deployment(u"old"_s, -10s)}));
    const auto samples = m_store->samples({.from = kZero}).value();
    ASSERT_EQ(samples.size(), 2U);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto expected = sampleOf(i == 0 ? web : api);
        EXPECT_EQ(samples[i].application, expected.application);
        EXPECT_EQ(samples[i].startedAt, expected.startedAt);
        EXPECT_EQ(samples[i].endedAt, expected.endedAt);
        EXPECT_EQ(samples[i].committedAt, expected.committedAt);
        EXPECT_EQ(samples[i].outcome, expected.outcome);
    }
    EXPECT_EQ(m_store->samples({.application = u"api"_s}).value().size(), 1U);
}

TEST_F(DeploymentStoreTest, PageStartsAfterThePreviousOne)
{
    std::vector<Deployment> all;
    for (int i = 0; i < 5; ++i)
        all.push_back(deployment(u"web-%1"_s.arg(i), std::chrono::seconds(i)));
    ASSERT_TRUE(m_store->write(all));
    EXPECT_EQ(names({.limit = 2, .offset = 2}), (QStringList{u"web-2"_s, u"web-1"_s}));
}

TEST_F(DeploymentStoreTest, RulesAreOrderedByCreation)
{
    auto store = FollowStore::open(m_file).value();
    FollowRule rule;
    rule.name = u"shop"_s;
    rule.filter = u"project:shop"_s;
    rule.deadline = 30min;
    rule.bake = 5min;
    rule.notify = FollowRule::Notify::All;
    rule.createdAt = kZero;
    auto newer = rule;
    newer.name = u"a"_s;
    newer.createdAt = kZero + 1s;
    ASSERT_TRUE(store->save(newer));
    ASSERT_TRUE(store->save(rule));
    const auto reader = FollowStore::openToRead(m_file).value();
    EXPECT_EQ(reader->rules().value(), (std::vector{rule, newer}));
    rule.isPaused = true;
    ASSERT_TRUE(store->save(rule));
    ASSERT_TRUE(store->remove(u"a"_s));
    EXPECT_EQ(reader->rules().value(), std::vector{rule});
    {
        Database database(m_file);
        ASSERT_TRUE(database.open(Database::Use::Write));
        ASSERT_TRUE(database.run(u"INSERT INTO follow(name, record) VALUES('later', x'00')"_s));
    }
    EXPECT_EQ(reader->rules().value(), std::vector{rule}) << "an unreadable rule hides no other";
}

TEST(DeploymentStore, MissingStoreIsNotAnError)
{
    QTemporaryDir folder;
    const auto none = DeploymentStore::openToRead(folder.filePath(u"store.db"_s));
    ASSERT_TRUE(none.has_value());
    EXPECT_EQ(none->get(), nullptr);
}

} // namespace

} // namespace lynceus
