#include "app/serve/verdictjson.h"

#include "app/serve/taskjson.h"
#include "core/io/teamserver/taskanswers.h"
#include "tests/serve/fullrecord.h"

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

// `wait --via` prints the server's verdict, so nothing may get lost between them.
TEST(VerdictJson, RoundTrips)
{
    const auto record = recordWithEverything();
    const auto &verdict = record.verdict;
    const auto served = servedVerdictFrom(compact(verdictJson(record)), record.id);
    ASSERT_TRUE(served) << served.error().message.toStdString();
    EXPECT_EQ(served->verdict, verdict);
    EXPECT_EQ(served->application, record.expectation.application);
    EXPECT_EQ(served->registeredAt, record.expectation.registeredAt);
    EXPECT_EQ(served->deadline, record.expectation.deadline);
    EXPECT_EQ(served->bakeDeadline, record.expectation.deadline + Duration{600'000});
    EXPECT_EQ(served->replacedBy, u"newer-1"_s);
    EXPECT_FALSE(servedVerdictFrom(compact(verdictJson(record)), u"another"_s));
}

} // namespace lynceus::test
