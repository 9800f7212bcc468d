#include "tests/cli/programrun.h"

#include <QElapsedTimer>

namespace lynceus {

using namespace Qt::StringLiterals;

// The demo is a new user's first command. It must work without a server, a token and a display, within a minute.
TEST(Demo, ShowsASuccessAndAFailureWithinAMinute)
{
    QElapsedTimer timer;
    timer.start();
    const auto result = test::run({u"demo"_s, u"--headless"_s});
    EXPECT_LT(timer.elapsed(), 60'000);
    EXPECT_EQ(result.exitCode, 0) << result.error.toStdString();
    EXPECT_TRUE(result.error.isEmpty()) << result.error.toStdString();
    const auto text = QString::fromUtf8(result.output);
    EXPECT_TRUE(text.contains(u"ghcr.io/acme/shop-web:1.5.0"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"●●●●●"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"cannot pull ghcr.io/acme/shop-web:1.6.0-typo"_s)) << text.toStdString();
}

} // namespace lynceus
