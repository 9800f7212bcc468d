#include "core/domain/rollout/expectation/expectedversion.h"

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

TEST(ExpectedVersion, RevisionsAreCommitsOrTags)
{
    EXPECT_EQ(parseRevision(u"3F2A1B0"_s)->value, u"3f2a1b0"_s) << "commits are compared in lower case";
    EXPECT_TRUE(parseRevision(QString(40, u'a')));
    for (const auto &tag : {u"v1.5.0"_s, u"1.5.0"_s, u"release/2026-47"_s, u"20241130"_s, u"2024"_s})
        EXPECT_EQ(parseRevision(tag).value().value, tag);
}

TEST(ExpectedVersion, BadRevisionsAreReportedWithAValidExample)
{
    for (const auto &text : {u""_s, u"HEAD"_s, u"3f2a1"_s, u"a b"_s, u"v1..2"_s, u"-v1"_s, u"v1:2"_s, u"v1^"_s,
                             u"v1\n"_s, u"x.lock"_s, QString(201, u'x')}) {
        const auto parsed = parseRevision(text);
        ASSERT_FALSE(parsed) << text.toStdString();
        EXPECT_EQ(parsed.error().kind, Error::Kind::BadInput);
    }
    EXPECT_TRUE(parseRevision(u"3f2a1"_s).error().message.contains("at least 7"_L1));
    EXPECT_TRUE(parseRevision(u"HEAD"_s).error().message.contains("--next"_L1));
}

TEST(ExpectedVersion, ChartVersionsAreExact)
{
    for (const auto &text : {u"1.5.2"_s, u"v1.5.2"_s, u"1.5"_s, u"1.5.2-rc.1"_s, u"1.5.2+build.7"_s})
        EXPECT_TRUE(parseChartVersion(text)) << text.toStdString();
    for (const auto &text : {u""_s, u"1.x"_s, u">=1.5"_s, u"^1.5.2"_s, u"1"_s, u"latest"_s, u"1.5.2 "_s})
        EXPECT_FALSE(parseChartVersion(text)) << text.toStdString();
}

TEST(ExpectedVersion, OnlyParsedValuesAreValid)
{
    using Kind = ExpectedVersion::Kind;
    EXPECT_TRUE(isValid({}));
    EXPECT_TRUE(isValid({Kind::Next, {}}));
    EXPECT_TRUE(isValid({Kind::Revision, u"v1.5.0"_s}));
    EXPECT_TRUE(isValid({Kind::ChartVersion, u"1.5.2"_s}));
    EXPECT_FALSE(isValid({Kind::Images, u"v1"_s}));
    EXPECT_FALSE(isValid({Kind::Next, u"v1"_s}));
    EXPECT_FALSE(isValid({Kind::Revision, {}}));
    EXPECT_FALSE(isValid({Kind::Revision, u"3F2A1B0"_s}));
    EXPECT_FALSE(isValid({Kind::ChartVersion, u"1.x"_s}));
}

} // namespace
} // namespace lynceus
