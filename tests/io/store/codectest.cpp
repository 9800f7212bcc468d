#include "core/io/store/encoding/codec.h"

#include "tests/io/store/storevalues.h"

#include <QCborArray>
#include <QCborValue>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

// Used only as a type. In an unnamed namespace, its operator would need a definition.
struct AnythingStored
{
    template<typename T>
    operator T() const; // NOLINT(google-explicit-constructor)
};

namespace {

using test::AnyValues;

constexpr unsigned kSeeds = 400;

// Checks that the lists contain all members: an aggregate must have as many members as its list has fields.

template<typename T, typename... Members>
consteval std::size_t membersOf()
{
    if constexpr (requires { T{Members{}..., AnythingStored{}}; })
        return membersOf<T, Members..., AnythingStored>();
    else
        return sizeof...(Members);
}

template<typename T>
inline constexpr bool kListsAll = membersOf<T>() == std::tuple_size_v<decltype(Fields<T>::kList)>;

static_assert(kListsAll<ApplicationKey> && kListsAll<ResourceKey> && kListsAll<Health>);
static_assert(kListsAll<ManagedResourceStatus> && kListsAll<SyncResultResource> && kListsAll<OperationState>);
static_assert(kListsAll<PendingOperation> && kListsAll<ApplicationCondition> && kListsAll<ApplicationSource>);
static_assert(kListsAll<DeploymentRecord> && kListsAll<Application> && kListsAll<ResourceNode>);
static_assert(kListsAll<ResourceTree> && kListsAll<WorkloadSpec> && kListsAll<ManagedWorkload>);
static_assert(kListsAll<ManagedResources> && kListsAll<ImageReference> && kListsAll<Expectation>);
static_assert(kListsAll<ExpectedVersion>);
static_assert(kListsAll<Blocker> && kListsAll<Cause> && kListsAll<Note> && kListsAll<PodCounts>);
static_assert(kListsAll<WorkloadEvidence> && kListsAll<PodEvidence> && kListsAll<Evidence> && kListsAll<Verdict>);
static_assert(kListsAll<RevisionMetadata> && kListsAll<WatchRequest> && kListsAll<WatchRecord>);
static_assert(kListsAll<TimelineEntry> && kListsAll<SustainedCondition> && kListsAll<ShownBy> && kListsAll<FailedHook>);

template<typename T, typename From>
void expectRoundTrips(From from)
{
    for (unsigned seed = 0; seed < kSeeds; ++seed) {
        const auto value = AnyValues(seed).make<T>();
        const auto bytes = unpacked(packed(toCbor(value)));
        ASSERT_TRUE(bytes) << seed;
        const auto back = from(*bytes);
        ASSERT_TRUE(back) << "seed " << seed << ": " << back.error().message.toStdString();
        EXPECT_EQ(*back, value) << "seed " << seed;
    }
}

TEST(Codec, EveryValueRoundTrips)
{
    expectRoundTrips<WatchRequest>(watchRequestFrom);
    expectRoundTrips<WatchRecord>(watchRecordFrom);
    expectRoundTrips<Verdict>(verdictFrom);
    expectRoundTrips<TimelineEntry>(timelineEntryFrom);
    expectRoundTrips<Application>(applicationFrom);
    expectRoundTrips<ResourceTree>(resourceTreeFrom);
    expectRoundTrips<RevisionMetadata>(revisionMetadataFrom);
}

TEST(Codec, DefaultValuesAreOmittedAndRestored)
{
    EXPECT_EQ(toCbor(Verdict{}).size(), 0);
    EXPECT_EQ(watchRecordFrom({}).value(), WatchRecord{});
}

TEST(Codec, SkipsNamesOfLaterVersions)
{
    auto map = toCbor(AnyValues(7).make<Verdict>());
    map.insert("mood"_L1, u"good"_s);
    EXPECT_EQ(verdictFrom(map).value(), AnyValues(7).make<Verdict>());
}

TEST(Codec, ReportsUnsupportedVersions)
{
    const std::vector<QCborMap> wrong{{{"outcome"_L1, u"splendid"_s}},
                                      {{"outcome"_L1, 3}},
                                      {{"notes"_L1, u"none"_s}},
                                      {{"pods"_L1, QCborArray{1}}},
                                      {{"pods"_L1, QCborMap{{"ready"_L1, 1LL << 40}}}},
                                      {{"decidedAt"_L1, u"now"_s}}};
    for (const auto &map : wrong) {
        const auto verdict = verdictFrom(map);
        ASSERT_FALSE(verdict);
        EXPECT_EQ(verdict.error().kind, Error::Kind::Malformed);
        EXPECT_EQ(verdict.error().message, u"a stored verdict cannot be read"_s);
    }
}

TEST(Codec, DamagedBytesAreAnError)
{
    const auto record = AnyValues(3).make<WatchRecord>();
    const auto bytes = packed(toCbor(record));
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const auto map = unpacked(bytes.left(length));
        EXPECT_FALSE(map && watchRecordFrom(*map) == record) << length;
    }
}

TEST(Codec, EarlierVersionsExpectImagesOfAnExistingApplication)
{
    auto request = AnyValues(7).make<WatchRequest>();
    request.version = {ExpectedVersion::Kind::Revision, u"3f2a1b0"_s};
    request.waitForApp = true;
    request.withChildren = true;
    auto map = toCbor(request);
    EXPECT_EQ(watchRequestFrom(map).value(), request);
    map.remove(u"version"_s);
    map.remove(u"waitForApp"_s);
    map.remove(u"withChildren"_s);
    request.version = {};
    request.waitForApp = false;
    request.withChildren = false;
    EXPECT_EQ(watchRequestFrom(map).value(), request);
    EXPECT_EQ(toCbor(request), map) << "older versions can read requests without new fields";
}

TEST(Codec, EarlierVersionsHaveNoAssignee)
{
    auto record = AnyValues(7).make<WatchRecord>();
    record.takenBy = u"ada"_s;
    auto map = toCbor(record);
    EXPECT_EQ(watchRecordFrom(map).value(), record);
    map.remove(u"takenBy"_s);
    record.takenBy.clear();
    EXPECT_EQ(watchRecordFrom(map).value(), record);
    EXPECT_EQ(toCbor(record), map) << "older versions can read the record";
}

TEST(Codec, JudgeMemoryRoundTrips)
{
    Expectation expectation;
    expectation.images.emplace_back();
    for (unsigned seed = 0; seed < kSeeds; ++seed) {
        RolloutMemory memory(expectation);
        AnyValues(seed).fill(memory);
        const auto map = toCbor(memory);
        const auto back = rolloutMemoryFrom(map, expectation);
        ASSERT_TRUE(back) << seed;
        // Hashes have no order, so the values are compared and not their CBOR.
        RolloutMemory again = *back;
        forEachField<RolloutMemory>([&](const auto &entry) {
            using Member = std::remove_cvref_t<decltype(memory.*entry.member)>;
            if constexpr (std::equality_comparable<Member>)
                EXPECT_EQ(again.*entry.member, memory.*entry.member) << entry.name << ", seed " << seed;
        });
        ASSERT_TRUE(again.application.value && again.tree.value && again.managed.value);
        EXPECT_EQ(*again.application.value, *memory.application.value);
        EXPECT_EQ(*again.tree.value, *memory.tree.value);
        EXPECT_EQ(*again.managed.value, *memory.managed.value);
        EXPECT_EQ(again.manifests.moved.since, memory.manifests.moved.since);
        EXPECT_EQ(again.failedHooks.size(), memory.failedHooks.size());
        EXPECT_EQ(again.revision.isBaselineKnown, memory.revision.isBaselineKnown);
        EXPECT_EQ(again.revision.baseline, memory.revision.baseline);
        EXPECT_EQ(again.revision.baselineDeployment, memory.revision.baselineDeployment);
        EXPECT_EQ(again.revision.namedBefore, memory.revision.namedBefore);
        EXPECT_EQ(again.revision.idle.since, memory.revision.idle.since);
    }
}

} // namespace

} // namespace lynceus
