#include "core/domain/text/facts.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

TEST(Facts, AreSeparatedByDots)
{
    EXPECT_EQ(joinedFacts({}), QString());
    EXPECT_EQ(joinedFacts({u"a"_s}), u"a"_s);
    EXPECT_EQ(joinedFacts({u"a"_s, u"b"_s, u"c"_s}), u"a · b · c"_s);
    EXPECT_EQ(joinedFacts({QString(), u"a"_s, u" "_s, u"b"_s, QString()}), u"a · b"_s);
    EXPECT_EQ(joinedFacts({QString(), QString()}), QString());
}

} // namespace lynceus
