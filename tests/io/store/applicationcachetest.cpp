#include "core/io/store/applicationcache.h"

#include "core/io/store/encoding/applicationblob.h"
#include "tests/io/store/storevalues.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

std::vector<ApplicationEntry> someApplications(int count, unsigned seed)
{
    test::AnyValues any(seed);
    std::vector<ApplicationEntry> entries;
    for (int number = 0; number < count; ++number)
        entries.push_back({{u"prod"_s, any.make<QString>(), u"app-%1"_s.arg(number)},
                           std::make_shared<const Application>(any.make<Application>())});
    return entries;
}

void expectSame(const std::vector<ApplicationEntry> &left, const std::vector<ApplicationEntry> &right)
{
    ASSERT_EQ(left.size(), right.size());
    for (std::size_t at = 0; at < left.size(); ++at) {
        EXPECT_EQ(left[at].key, right[at].key);
        EXPECT_EQ(*left[at].application, *right[at].application) << at;
    }
}

TEST(ApplicationBlob, ApplicationsRoundTrip)
{
    for (unsigned seed = 0; seed < 50; ++seed) {
        const auto entries = someApplications(static_cast<int>(seed), seed);
        const auto back = unpackApplications(u"prod"_s, packApplications(entries));
        ASSERT_TRUE(back) << seed;
        expectSame(*back, entries);
    }
}

TEST(ApplicationBlob, DamagedBlobIsRejected)
{
    const auto blob = packApplications(someApplications(20, 1));
    for (qsizetype length = 0; length < blob.size(); length += 7)
        EXPECT_FALSE(unpackApplications(u"prod"_s, blob.left(length))) << length;
    test::AnyValues any(5);
    for (int round = 0; round < 500; ++round) {
        auto damaged = blob;
        damaged[any.below(static_cast<int>(blob.size()))] = static_cast<char>(any.below(256));
        if (damaged != blob)
            EXPECT_FALSE(unpackApplications(u"prod"_s, damaged)) << round;
    }
}

TEST(ApplicationCache, KeepsAnInstancesApplicationsUntilRemoved)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"deeper/down/applications.db"_s);
    const auto entries = someApplications(30, 2);
    const Instant savedAt{Duration{1'795'000'000'123}};
    {
        ApplicationCache cache(file);
        ASSERT_TRUE(cache.open());
        EXPECT_FALSE(cache.applications(u"prod"_s));
        ASSERT_TRUE(cache.save(u"prod"_s, {packApplications(someApplications(3, 9)), {}}));
        ASSERT_TRUE(cache.save(u"prod"_s, {packApplications(entries), savedAt}));
    }
    ApplicationCache cache(file);
    ASSERT_TRUE(cache.open());
    const auto cached = cache.applications(u"prod"_s);
    ASSERT_TRUE(cached);
    EXPECT_EQ(cached->savedAt, savedAt);
    expectSame(unpackApplications(u"prod"_s, cached->blob).value(), entries);
    ASSERT_TRUE(cache.forget(u"prod"_s));
    EXPECT_FALSE(cache.applications(u"prod"_s));
}

TEST(ApplicationCache, StoresCommits)
{
    const QTemporaryDir folder;
    ApplicationCache cache(folder.filePath(u"applications.db"_s));
    ASSERT_TRUE(cache.open());
    const RevisionMetadata commit{u"Ada"_s, u"Release 1.5.0"_s, Instant{Duration{5'000}}};
    ASSERT_TRUE(cache.saveCommit(u"prod"_s, u"1e978e3"_s, commit, Instant{}));
    EXPECT_EQ(cache.commit(u"prod"_s, u"1e978e3"_s), commit);
    EXPECT_FALSE(cache.commit(u"prod"_s, u"2e978e3"_s));
    EXPECT_FALSE(cache.commit(u"staging"_s, u"1e978e3"_s));
}

TEST(ApplicationCache, DamagedFileIsDiscarded)
{
    const QTemporaryDir folder;
    const auto name = folder.filePath(u"applications.db"_s);
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8'192, 'x'));
    file.close();
    ApplicationCache cache(name);
    ASSERT_TRUE(cache.open());
    ASSERT_TRUE(cache.save(u"prod"_s, {"blob", {}}));
    EXPECT_EQ(cache.applications(u"prod"_s)->blob, "blob");
}

} // namespace

} // namespace lynceus
