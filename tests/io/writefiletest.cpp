#include "core/io/writefile.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

TEST(WriteFile, WritesCompletelyOrKeepsTheOldFile)
{
    const QTemporaryDir folder;
    const auto name = folder.filePath(u"history.csv"_s);
    ASSERT_TRUE(writeFile(name, "old"));
    ASSERT_TRUE(writeFile(name, "new"));
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArray("new"));
    const auto refused = writeFile(folder.filePath(u"not/there.csv"_s), "x");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(refused.error().message.contains(u"not/there.csv cannot be written"_s));
}

} // namespace lynceus
