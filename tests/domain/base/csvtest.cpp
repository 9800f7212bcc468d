#include "core/domain/base/csv.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

TEST(Csv, QuotesWhatWouldBreakTheRowAndDisarmsFormulas)
{
    QByteArray text;
    appendCsvRow(text, {u"plain"_s, u"a,b"_s, u"say \"no\""_s, u"two\nlines"_s, u"=1+1"_s, u"-x,y"_s, u"ü"_s, {}});
    EXPECT_EQ(text, QByteArray("plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",'=1+1,\"'-x,y\",ü,\r\n"));
}

} // namespace lynceus
