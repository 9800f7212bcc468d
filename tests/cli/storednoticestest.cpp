#include "app/cli/watches/storednotices.h"

#include "core/domain/watch/usualnotice.h"
#include "core/domain/watch/watchrequests.h"
#include "core/io/store/database/storefolder.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(StoredNotices, ProvideTheUsualTimeToNotice)
{
    WatchRequest request;
    request.application = {u"i1"_s, u"argocd"_s, u"shop-web"_s};
    EXPECT_EQ(StoredNotices().of(request.application), kDefaultUsualNotice) << "without a store";
    constexpr Instant kNow{Duration{1'795'000'000'000}};
    {
        auto opened = WatchStore::open(storeFile(), kNow);
        ASSERT_TRUE(opened);
        std::vector<StoredWatch> past;
        for (std::size_t number = 0; number < kLeastWaits; ++number) {
            StoredWatch watch{beginningOf(request, u"w000%1"_s.arg(number), kNow), {}, {}, false};
            watch.record.verdict.outcome = Outcome::Failed;
            watch.record.endedAt = kNow;
            watch.record.stageReachedAt[static_cast<std::size_t>(Stage::Noticed)] = kNow + std::chrono::minutes(8);
            past.push_back(std::move(watch));
        }
        ASSERT_TRUE(opened->store->write(past, WatchStore::Durability::Program));
    }
    StoredNotices notices;
    EXPECT_EQ(notices.of(request.application), std::chrono::minutes(12));
    EXPECT_EQ(notices.of({u"i1"_s, u"argocd"_s, u"shop-api"_s}), kDefaultUsualNotice);
}

} // namespace lynceus
