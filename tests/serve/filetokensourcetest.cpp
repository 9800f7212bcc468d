#include "app/serve/filetokensource.h"

#include "tests/support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

TEST(FileTokenSource, NewTokenIsReportedOnceEvenIfRequestedBefore)
{
    FakeClock clock;
    const QTemporaryDir folder;
    const auto name = folder.filePath(u"token"_s);
    const auto write = [&](const QByteArray &bytes) {
        QFile file(name);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    };
    FileTokenSource source(name, clock);
    QByteArray answered;
    const auto ask = [&] {
        source.ask({}, nullptr, [&](const Result<BearerToken> &token) {
            answered = token ? QByteArray(token->value.reveal()) : QByteArray();
        });
    };
    write("the-first-token\n");
    ask();
    EXPECT_EQ(answered, "the-first-token");
    EXPECT_FALSE(source.hasNewToken());

    write("the-second-token\n");
    clock.advance(Duration{10'000});
    ask(); // a watch asks, while the feed has given up with the first token
    EXPECT_EQ(answered, "the-second-token");
    EXPECT_TRUE(source.hasNewToken());
    EXPECT_FALSE(source.hasNewToken());

    write("the-third-token\n");
    EXPECT_TRUE(source.hasNewToken());
}

} // namespace lynceus::test
