#include "tests/cli/programrun.h"
#include "tests/support/virtualdisplay.h"

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

TEST(WindowStart, WithoutADisplayOneLineSaysSo)
{
    const auto result = run({});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.output.isEmpty());
    ASSERT_EQ(linesOf(result.error).size(), 1);
    EXPECT_TRUE(result.error.contains("no display is available")) << result.error.constData();
}

TEST(WindowStart, ADisplayThatDoesNotAnswerIsNoCrash)
{
    const auto result = run({}, {{u"DISPLAY"_s, u":4711"_s}});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.error.contains("DISPLAY=:4711")) << result.error.constData();
}

// Qt 6 cannot paint on it: the window crashed.
TEST(WindowStart, ADisplayOf8BitsIsNoCrash)
{
    const VirtualDisplay display(u"640x480x8"_s);
    const auto result = run({}, {{u"DISPLAY"_s, display.name()}});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.error.contains("8 bits per pixel")) << result.error.constData();
}

TEST(WindowStart, ALinkIsForTheWindow)
{
    const auto result = run({u"lynceus://watch?app=shop-web"_s});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_TRUE(result.error.contains("no display is available")) << result.error.constData();
}

} // namespace lynceus::test
