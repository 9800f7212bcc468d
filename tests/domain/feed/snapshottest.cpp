#include "core/domain/feed/snapshot.h"

#include "tests/domain/feed/simulatedlist.h"

#include <map>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using namespace test;
using Type = ApplicationEvent::Type;

const QString kInstance = u"prod"_s;

Application named(const QString &name, const QString &uid, int version, HealthStatus health = HealthStatus::Healthy)
{
    Application application;
    application.name = name;
    application.nameSpace = u"argocd"_s;
    application.uid = uid;
    application.resourceVersion = version > 0 ? QString::number(version) : QString();
    application.health.status = health;
    return application;
}

ApplicationKey key(const QString &name)
{
    return {kInstance, u"argocd"_s, name};
}

HealthStatus healthOf(const Snapshot &snapshot, const QString &name)
{
    const auto found = snapshot.find(key(name));
    return found ? found->health.status : HealthStatus::None;
}

TEST(Snapshot, ListReplacesTheContent)
{
    Snapshot snapshot(kInstance);
    snapshot.listAsked();
    EXPECT_EQ(snapshot.takeList({named(u"b"_s, {}, 0), named(u"a"_s, {}, 0)}, u"10"_s, true), Snapshot::Taken::Applied);
    const auto first = snapshot.takeChanges();
    ASSERT_EQ(first.inserted.size(), 2U);
    EXPECT_EQ(first.inserted.front().key, key(u"a"_s));
    EXPECT_FALSE(snapshot.hasChanges());
    snapshot.listAsked();
    std::ignore = snapshot.takeList({named(u"b"_s, {}, 0, HealthStatus::Degraded)}, u"11"_s, true);
    const auto second = snapshot.takeChanges();
    EXPECT_EQ(second.removed, std::vector{key(u"a"_s)});
    ASSERT_EQ(second.changed.size(), 1U);
    EXPECT_EQ(second.changed.front().mask, static_cast<FieldMask>(ApplicationField::Health));
    EXPECT_EQ(snapshot.size(), 1);
}

TEST(Snapshot, EventContainedInTheListIsIgnored)
{
    Snapshot snapshot(kInstance);
    std::ignore = snapshot.takeList({named(u"a"_s, {}, 0)}, u"10"_s, true);
    snapshot.takeEvent({Type::Modified, named(u"a"_s, u"A"_s, 10, HealthStatus::Degraded)});
    EXPECT_EQ(healthOf(snapshot, u"a"_s), HealthStatus::Healthy);
    snapshot.takeEvent({Type::Modified, named(u"a"_s, u"A"_s, 11, HealthStatus::Degraded)});
    EXPECT_EQ(healthOf(snapshot, u"a"_s), HealthStatus::Degraded);
}

TEST(Snapshot, LateOlderEventIsIgnored)
{
    Snapshot snapshot(kInstance);
    snapshot.takeEvent({Type::Modified, named(u"a"_s, u"A"_s, 12, HealthStatus::Degraded)});
    snapshot.takeEvent({Type::Added, named(u"a"_s, u"A"_s, 11)});
    EXPECT_EQ(healthOf(snapshot, u"a"_s), HealthStatus::Degraded);
    snapshot.takeEvent({Type::Deleted, named(u"a"_s, u"A"_s, 13)});
    snapshot.takeEvent({Type::Modified, named(u"a"_s, u"A"_s, 14)});
    EXPECT_EQ(snapshot.size(), 0) << "a deleted UID is not added again";
    snapshot.takeEvent({Type::Added, named(u"a"_s, u"B"_s, 15)});
    EXPECT_EQ(snapshot.size(), 1);
    snapshot.takeEvent({Type::Deleted, named(u"a"_s, u"A"_s, 13)});
    EXPECT_EQ(snapshot.size(), 1) << "the event belongs to the deleted object";
}

TEST(Snapshot, RecreatedApplicationIsAnIdentityChange)
{
    Snapshot snapshot(kInstance);
    snapshot.takeEvent({Type::Added, named(u"a"_s, u"A"_s, 1)});
    std::ignore = snapshot.takeChanges();
    snapshot.takeEvent({Type::Deleted, named(u"a"_s, u"A"_s, 2)});
    snapshot.takeEvent({Type::Added, named(u"a"_s, u"B"_s, 3)});
    const auto changes = snapshot.takeChanges();
    ASSERT_EQ(changes.changed.size(), 1U);
    EXPECT_TRUE(changes.removed.empty() && changes.inserted.empty());
    EXPECT_NE(changes.changed.front().mask & static_cast<FieldMask>(ApplicationField::Identity), 0U);
}

TEST(Snapshot, EventNewerThanTheListIsKept)
{
    Snapshot snapshot(kInstance);
    snapshot.listAsked();
    snapshot.takeEvent({Type::Modified, named(u"a"_s, u"A"_s, 21, HealthStatus::Degraded)});
    snapshot.takeEvent({Type::Added, named(u"new"_s, u"N"_s, 22)});
    snapshot.takeEvent({Type::Deleted, named(u"old"_s, u"O"_s, 23)});
    EXPECT_EQ(snapshot.takeList({named(u"a"_s, {}, 0), named(u"old"_s, {}, 0)}, u"20"_s, true),
              Snapshot::Taken::Applied);
    EXPECT_EQ(healthOf(snapshot, u"a"_s), HealthStatus::Degraded);
    EXPECT_TRUE(snapshot.find(key(u"new"_s)));
    EXPECT_FALSE(snapshot.find(key(u"old"_s)));
}

TEST(Snapshot, ListWithoutAnExpectedEventIsDoubtful)
{
    Snapshot snapshot(kInstance);
    snapshot.listAsked();
    snapshot.takeEvent({Type::Modified, named(u"a"_s, u"A"_s, 20, HealthStatus::Degraded)});
    EXPECT_EQ(snapshot.takeList({named(u"a"_s, {}, 0)}, u"20"_s, true), Snapshot::Taken::Doubtful);
    snapshot.listAsked();
    EXPECT_EQ(snapshot.takeList({named(u"a"_s, {}, 0)}, u"21"_s, true), Snapshot::Taken::Applied);
}

/// The list has a newer version than the event, but the server's cache does not contain the event yet.
TEST(Snapshot, DoubtfulListKeepsTheStateOfEvents)
{
    Snapshot snapshot(kInstance);
    std::ignore = snapshot.takeList({named(u"a"_s, {}, 0), named(u"old"_s, {}, 0)}, u"10"_s, true);
    std::ignore = snapshot.takeChanges();
    snapshot.listAsked();
    snapshot.takeEvent({Type::Modified, named(u"a"_s, u"A"_s, 14, HealthStatus::Degraded)});
    snapshot.takeEvent({Type::Added, named(u"new"_s, u"N"_s, 15)});
    snapshot.takeEvent({Type::Deleted, named(u"old"_s, u"O"_s, 16)});
    EXPECT_EQ(snapshot.takeList({named(u"a"_s, {}, 0), named(u"old"_s, {}, 0)}, u"20"_s, true),
              Snapshot::Taken::Doubtful);
    EXPECT_EQ(healthOf(snapshot, u"a"_s), HealthStatus::Degraded);
    EXPECT_TRUE(snapshot.find(key(u"new"_s)));
    EXPECT_FALSE(snapshot.find(key(u"old"_s)));
    snapshot.takeEvent({Type::Modified, named(u"new"_s, u"N"_s, 18, HealthStatus::Degraded)});
    EXPECT_EQ(healthOf(snapshot, u"new"_s), HealthStatus::Degraded) << "the list did not contain this event either";
    snapshot.listAsked();
    EXPECT_EQ(snapshot.takeList({named(u"a"_s, {}, 0), named(u"old"_s, {}, 0)}, u"21"_s, true),
              Snapshot::Taken::Applied);
    EXPECT_EQ(healthOf(snapshot, u"a"_s), HealthStatus::Healthy);
    EXPECT_FALSE(snapshot.find(key(u"new"_s)));
    EXPECT_TRUE(snapshot.find(key(u"old"_s)));
}

TEST(Snapshot, OlderListIsIgnoredUnlessAnotherFollows)
{
    Snapshot snapshot(kInstance);
    std::ignore = snapshot.takeList({named(u"a"_s, {}, 0)}, u"20"_s, true);
    EXPECT_EQ(snapshot.takeList({}, u"5"_s, true), Snapshot::Taken::Older);
    EXPECT_EQ(snapshot.size(), 1);
    EXPECT_EQ(snapshot.takeList({}, u"6"_s, true), Snapshot::Taken::Applied);
    EXPECT_EQ(snapshot.size(), 0) << "restored from a backup";
    snapshot.takeEvent({Type::Added, named(u"b"_s, u"B"_s, 7)});
    EXPECT_EQ(snapshot.size(), 1);
}

TEST(Snapshot, FieldsMissingInListsAreKept)
{
    Snapshot snapshot(kInstance);
    auto streamed = named(u"a"_s, u"A"_s, 9);
    streamed.createdAt = Instant(Duration(1'000));
    streamed.revisions = {u"abc"_s};
    snapshot.takeEvent({Type::Modified, streamed});
    std::ignore = snapshot.takeChanges();
    auto listed = named(u"a"_s, {}, 0);
    listed.createdAt = streamed.createdAt;
    std::ignore = snapshot.takeList({listed}, u"10"_s, true);
    EXPECT_TRUE(snapshot.takeChanges().isEmpty()) << "a list with fewer fields changes nothing";
    EXPECT_EQ(snapshot.find(key(u"a"_s))->revisions, streamed.revisions);
    listed.createdAt = Instant(Duration(5'000));
    std::ignore = snapshot.takeList({listed}, u"11"_s, true);
    EXPECT_TRUE(snapshot.find(key(u"a"_s))->revisions.isEmpty()) << "another object of the same name";
    EXPECT_TRUE(snapshot.find(key(u"a"_s))->uid.isEmpty());
}

TEST(Snapshot, ListWithUnreadableItemsRemovesNothing)
{
    Snapshot snapshot(kInstance);
    std::ignore = snapshot.takeList({named(u"a"_s, {}, 0), named(u"b"_s, {}, 0)}, u"20"_s, true);
    std::ignore = snapshot.takeList({named(u"a"_s, {}, 0)}, u"21"_s, false);
    EXPECT_EQ(snapshot.size(), 2);
}

TEST(Snapshot, ResourceVersionAloneIsNotAChange)
{
    Snapshot snapshot(kInstance);
    snapshot.takeEvent({Type::Modified, named(u"a"_s, u"A"_s, 9)});
    std::ignore = snapshot.takeChanges();
    snapshot.takeEvent({Type::Modified, named(u"a"_s, u"A"_s, 10)});
    EXPECT_FALSE(snapshot.hasChanges());
    snapshot.takeEvent({Type::Modified, named(u"a"_s, u"A"_s, 9, HealthStatus::Degraded)});
    EXPECT_FALSE(snapshot.hasChanges()) << "the update is kept without a signal";
}

TEST(Snapshot, ServerAnswerReplacesTheCache)
{
    Snapshot snapshot(kInstance);
    const auto cached =
        snapshot.takeCached({{key(u"a"_s), std::make_shared<const Application>(named(u"a"_s, u"A"_s, 9))},
                             {key(u"gone"_s), std::make_shared<const Application>(named(u"gone"_s, u"G"_s, 9))}});
    EXPECT_EQ(cached.inserted.size(), 2U);
    EXPECT_TRUE(cached.fromCache);
    EXPECT_EQ(snapshot.size(), 2);
    EXPECT_FALSE(snapshot.hasChanges()) << "the changes were already taken";
    std::ignore = snapshot.takeList({named(u"a"_s, {}, 0, HealthStatus::Degraded)}, u"3"_s, true);
    const auto changes = snapshot.takeChanges();
    EXPECT_EQ(changes.removed, std::vector{key(u"gone"_s)});
    EXPECT_EQ(changes.changed.size(), 1U);
}

/// @p application with the version of @p other: changes of the version alone are not reported.
Application atVersionOf(Application application, const Application &other)
{
    application.resourceVersion = other.resourceVersion;
    return application;
}

/// The state of a client that only receives change sets.
class SnapshotMirror final
{
public:
    void apply(const ChangeSet &changes)
    {
        for (const auto &removed : changes.removed)
            EXPECT_EQ(m_seen.erase(removed.name), 1U) << "removed an entry that did not exist";
        for (const auto &entry : changes.inserted)
            EXPECT_TRUE(m_seen.insert({entry.key.name, entry.application}).second) << "inserted twice";
        for (const auto &change : changes.changed) {
            ASSERT_TRUE(m_seen.contains(change.entry.key.name)) << "changed an entry that did not exist";
            auto &seen = m_seen[change.entry.key.name];
            const auto &now = *change.entry.application;
            const auto reported = changedFields(atVersionOf(*seen, now), now);
            EXPECT_NE(reported, 0U);
            EXPECT_EQ(change.mask & reported, reported);
            EXPECT_EQ(change.mask & ~reported & ~static_cast<FieldMask>(ApplicationField::Other), 0U);
            seen = change.entry.application;
        }
    }

    void expectSameAs(const Snapshot &snapshot) const
    {
        EXPECT_EQ(static_cast<int>(m_seen.size()), snapshot.size());
        for (const auto &entry : snapshot.entries()) {
            const auto seen = m_seen.find(entry.key.name);
            ASSERT_NE(seen, m_seen.end());
            EXPECT_TRUE(atVersionOf(*seen->second, *entry.application) == *entry.application);
        }
    }

private:
    std::map<QString, std::shared_ptr<const Application>> m_seen;
};

/// Plays one random history of a server and one random order of its deliveries to a client.
void playSequence(quint32 seed)
{
    SCOPED_TRACE(::testing::Message() << "seed " << seed);
    SimulatedList server(seed);
    Snapshot snapshot(kInstance);
    SnapshotMirror mirror;
    const int steps = server.random(5, 60);
    for (int step = 0; step < steps; ++step) {
        server.change();
        if (server.random(0, 9) == 0)
            server.askForList(snapshot);
        if (server.random(0, 3) == 0)
            server.deliverList(snapshot);
        server.deliverSomeEvents(snapshot);
        if (server.random(0, 4) == 0)
            mirror.apply(snapshot.takeChanges());
    }
    server.deliverList(snapshot); // only one request can be open
    const bool latestFirst = server.random(0, 1) == 0;
    if (latestFirst)
        server.deliverRest(snapshot);
    server.askForList(snapshot);
    server.deliverSomeEvents(snapshot);
    const bool isDoubtful = server.deliverList(snapshot);
    server.deliverRest(snapshot); // late events, after the last list
    if (isDoubtful) {
        server.askForList(snapshot);
        EXPECT_FALSE(server.deliverList(snapshot));
    }
    mirror.apply(snapshot.takeChanges());
    mirror.expectSameAs(snapshot);
    EXPECT_EQ(listedForm(snapshot), server.listedForm());
}

class SnapshotSequences : public ::testing::TestWithParam<int>
{ };

TEST_P(SnapshotSequences, ConvergeToTheServersState)
{
    constexpr quint32 kEach = 1'000;
    const auto first = static_cast<quint32>(GetParam()) * kEach;
    for (quint32 seed = first; seed < first + kEach; ++seed) {
        playSequence(seed);
        if (::testing::Test::HasFailure())
            return;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SnapshotSequences, ::testing::Range(0, 10));

TEST(Snapshot, RepeatedTextsAreInMemoryOnce)
{
    const auto reported = [](int version, HealthStatus health) {
        auto application = named(QString::fromLatin1("a"), QString::fromLatin1("uid"), version, health);
        application.nameSpace = QString::fromLatin1("argocd");
        application.project = QString::fromLatin1("shop");
        application.sources = {
            {QString::fromLatin1("https://git"), QString::fromLatin1("deploy"), {}, QString::fromLatin1("main")}};
        application.revisions = {QString::fromLatin1("abc")};
        application.labels = {{u"team"_s, QString::fromLatin1("payments")}};
        application.operationState.emplace().message = QString::fromLatin1("successfully synced");
        return application;
    };
    const auto texts = [](const Application &application) {
        return std::vector{application.name.constData(),
                           application.nameSpace.constData(),
                           application.project.constData(),
                           application.sources.front().repoUrl.constData(),
                           application.sources.front().path.constData(),
                           application.sources.front().targetRevision.constData(),
                           application.revisions.front().constData(),
                           application.labels.at(u"team"_s).constData(),
                           application.operationState->message.constData()};
    };
    Snapshot snapshot(kInstance);
    snapshot.listAsked();
    std::ignore = snapshot.takeList({reported(0, HealthStatus::Healthy)}, u"10"_s, true);
    const auto first = snapshot.find(key(u"a"_s));
    snapshot.takeEvent({Type::Modified, reported(11, HealthStatus::Degraded)});
    const auto second = snapshot.find(key(u"a"_s));
    ASSERT_NE(first, second);
    EXPECT_EQ(texts(*first), texts(*second));
    snapshot.listAsked();
    std::ignore = snapshot.takeList({reported(0, HealthStatus::Missing)}, u"12"_s, true);
    const auto third = snapshot.find(key(u"a"_s));
    ASSERT_NE(second, third);
    EXPECT_EQ(texts(*second), texts(*third));
}

TEST(Snapshot, ServerWithRandomNamesDoesNotFillTheMemory)
{
    Snapshot snapshot(kInstance);
    std::ignore = snapshot.takeList({named(u"a"_s, {}, 0)}, u"10"_s, true);
    int version = 10;
    for (int i = 0; i < 15'000; ++i) {
        const auto made = QString::number(i);
        snapshot.takeEvent({Type::Added, named(u"new-"_s + made, u"N"_s + made, ++version)});
        snapshot.takeEvent({Type::Deleted, named(u"gone-"_s + made, u"G"_s + made, ++version)});
    }
    EXPECT_EQ(snapshot.size(), 1 + Snapshot::kMostUnlisted / 2);
    snapshot.takeEvent({Type::Modified, named(u"a"_s, u"A"_s, ++version, HealthStatus::Degraded)});
    EXPECT_EQ(healthOf(snapshot, u"a"_s), HealthStatus::Degraded) << "known applications are still updated";
    // The next list contains what the snapshot ignored.
    std::ignore =
        snapshot.takeList({named(u"a"_s, {}, 0), named(u"new-14999"_s, {}, 0)}, QString::number(version), true);
    EXPECT_EQ(snapshot.size(), 2);
    snapshot.takeEvent({Type::Added, named(u"later"_s, u"L"_s, ++version)});
    EXPECT_EQ(snapshot.size(), 3);
}

TEST(Snapshot, CompleteStreamNeedsNoSecondList)
{
    for (quint32 seed = 0; seed < 500; ++seed) {
        SimulatedList server(seed);
        Snapshot snapshot(kInstance);
        for (int step = 0; step < 40; ++step) {
            if (step == 10)
                server.askForList(snapshot);
            server.change();
            if (step == 20)
                server.deliverList(snapshot);
            if (step >= 10)
                std::ignore = server.deliverNext(snapshot);
        }
        while (server.deliverNext(snapshot)) { }
        EXPECT_EQ(listedForm(snapshot), server.listedForm()) << "seed " << seed;
    }
}

} // namespace

} // namespace lynceus
