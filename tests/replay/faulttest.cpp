#include "core/replay/faults/fault.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

struct Good
{
    QString text;
    Fault::Kind kind;
    Duration from;
    std::optional<Duration> until;
    QString path;
};

} // namespace

TEST(Faults, AreReadWithWindowAndPath)
{
    using Kind = Fault::Kind;
    const Good cases[] = {
        {u"unauthorized"_s, Kind::Unauthorized, Duration(0), std::nullopt, {}},
        {u"refuse@5s-13s"_s, Kind::Refuse, Duration(5'000), Duration(13'000), {}},
        {u"html@6s+7s"_s, Kind::Html, Duration(6'000), Duration(13'000), {}},
        {u"cut@10s:resource-tree"_s, Kind::Cut, Duration(10'000), std::nullopt, u"resource-tree"_s},
        {u"gzip-cut@0s-1m"_s, Kind::GzipCut, Duration(0), Duration(60'000), {}},
        {u"reset-in-body:managed"_s, Kind::ResetInBody, Duration(0), std::nullopt, u"managed"_s},
    };
    for (const Good &good : cases) {
        const auto fault = parseFault(good.text);
        ASSERT_TRUE(fault) << fault.error().message.toStdString();
        EXPECT_EQ(fault->kind, good.kind);
        EXPECT_EQ(fault->from, good.from);
        EXPECT_EQ(fault->until, good.until);
        EXPECT_EQ(fault->pathContains, good.path);
    }
}

TEST(Faults, EachNameIsParsedAndUnique)
{
    QList<int> kinds;
    for (const QString &name : faultNames()) {
        const auto fault = parseFault(name);
        ASSERT_TRUE(fault) << name.toStdString();
        EXPECT_FALSE(kinds.contains(static_cast<int>(fault->kind))) << name.toStdString();
        kinds << static_cast<int>(fault->kind);
    }
    EXPECT_EQ(kinds.size(), static_cast<int>(Fault::Kind::Redirect) + 1);
}

TEST(Faults, ErrorsAreReportedWithTheNearestName)
{
    using testing::HasSubstr;
    const auto problem = [](const QString &text) {
        const auto fault = parseFault(text);
        EXPECT_FALSE(fault) << text.toStdString();
        return fault ? std::string() : fault.error().message.toStdString();
    };
    EXPECT_THAT(problem(u"rfuse@5s"_s), HasSubstr("\"rfuse\" is not a fault; did you mean \"refuse\"?"));
    EXPECT_THAT(problem(u"gzipcut"_s), HasSubstr("did you mean \"gzip-cut\"?"));
    EXPECT_THAT(problem(u"earthquake"_s), HasSubstr("valid: refuse, hang,"));
    EXPECT_THAT(problem({}), HasSubstr("is not a fault"));
    EXPECT_THAT(problem(u"hang@"_s), HasSubstr("fault \"hang@\""));
    EXPECT_THAT(problem(u"hang@5"_s), HasSubstr("5"));
    EXPECT_THAT(problem(u"hang@5s-"_s), HasSubstr("fault \"hang@5s-\""));
    EXPECT_THAT(problem(u"hang@9s-5s"_s), HasSubstr("ends (5 s) before it starts (9 s)"));
}

} // namespace lynceus
