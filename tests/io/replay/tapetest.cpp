#include "core/io/replay/tape.h"

#include "core/io/replay/gzip.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kHead = R"({"tape":1,"kind":"head","t":0,"recorded":"2026-11-23T08:32:52Z","scenario":"s","note":"n",)"
                         R"("argocd":"v3.6.0","app":"web","appNamespace":"argocd","project":"shop",)"
                         R"("expect":{"image":"web:1"}})"
                         "\n";

QByteArray get(int at, const QByteArray &body = "{}")
{
    return "{\"t\":" + QByteArray::number(at)
        + ",\"kind\":\"get\",\"path\":\"/api/version\",\"status\":200,\"type\":\"application/json\",\"body\":" + body
        + "}\n";
}

std::string problem(const QByteArray &bytes)
{
    const auto tape = parseTape(bytes, u"x.jsonl.gz"_s);
    if (tape)
        return "it was read";
    EXPECT_EQ(tape.error().asked, u"x.jsonl.gz"_s);
    EXPECT_TRUE(tape.error().message.startsWith(u"x.jsonl.gz: "_s));
    return tape.error().message.toStdString();
}

} // namespace

TEST(Tape, IsReadGzippedOrNot)
{
    for (const QByteArray &bytes : {kHead + get(5), gzipped(kHead + get(5))}) {
        const auto tape = parseTape(bytes, u"x"_s);
        ASSERT_TRUE(tape) << tape.error().message.toStdString();
        EXPECT_EQ(tape->head.application, u"web"_s);
        EXPECT_EQ(tape->head.images, QStringList{u"web:1"_s});
        EXPECT_EQ(formatRfc3339(tape->head.recorded), u"2026-11-23T08:32:52Z"_s);
        ASSERT_EQ(tape->lines.size(), 1U);
        EXPECT_EQ(tape->lines.front().body, "{}");
        EXPECT_EQ(tape->end, Duration(5));
    }
}

TEST(Tape, KeepsBodiesAsTheyWereReceived)
{
    const QByteArray odd = R"({"z": 1e2, "a" :[ "\u00e9\"}" ],  "n":12345678901234567890})";
    const auto tape = parseTape(kHead + get(1, odd) + get(2, R"("<html>\n")"), u"x"_s);
    ASSERT_TRUE(tape);
    EXPECT_EQ(tape->lines[0].body, odd);
    EXPECT_EQ(tape->lines[1].body, "<html>\n");
}

TEST(Tape, SkipsKindsThatItDoesNotKnowAndBlankLines)
{
    const auto tape = parseTape(kHead + "\n\r\n{\"t\":1,\"kind\":\"weather\",\"body\":[]}\n" + get(2), u"x"_s);
    ASSERT_TRUE(tape) << tape.error().message.toStdString();
    EXPECT_EQ(tape->lines.size(), 1U);
}

TEST(Tape, OrdersLinesThatOverlapped)
{
    const auto tape = parseTape(kHead + get(81) + get(80), u"x"_s);
    ASSERT_TRUE(tape);
    EXPECT_EQ(tape->lines.front().at, Duration(80));
}

TEST(Tape, NamesTheLineThatIsWrong)
{
    using testing::HasSubstr;
    EXPECT_THAT(problem(kHead + get(1) + "{\"t\":2,\n"), HasSubstr("line 3: it is no valid JSON at byte"));
    EXPECT_THAT(problem(kHead + "{\"kind\":\"get\"}\n"), HasSubstr("line 2: \"t\" is missing"));
    EXPECT_THAT(problem(kHead + "{\"t\":-1,\"kind\":\"get\"}\n"), HasSubstr("line 2: \"t\" is missing"));
    EXPECT_THAT(problem(kHead + "{\"t\":1,\"kind\":\"get\"}\n"), HasSubstr("line 2: \"path\" is missing"));
    EXPECT_THAT(problem(kHead + "{\"t\":1,\"kind\":\"frame\",\"path\":\"/x\"}\n"), HasSubstr("\"data\" is missing"));
    EXPECT_THAT(problem(kHead + "[1]\n"), HasSubstr("line 2: it is no JSON object"));
    EXPECT_THAT(problem(kHead + get(9000) + get(10)), HasSubstr("line 3: its time 10 ms is before 9000 ms"));
    EXPECT_THAT(problem(kHead + get(1, QByteArray(300, '[') + QByteArray(300, ']'))),
                HasSubstr("nested deeper than 200"));
    EXPECT_THAT(problem(kHead + get(1, "\"\xff\"")), HasSubstr("line 2: it is no valid JSON"));
}

TEST(Tape, ItsHeadMustBeThereAndUnderstood)
{
    using testing::HasSubstr;
    EXPECT_THAT(problem({}), HasSubstr("it is empty"));
    EXPECT_THAT(problem(gzipped({})), HasSubstr("it is empty"));
    EXPECT_THAT(problem(get(1)), HasSubstr("line 1: it is not a tape"));
    EXPECT_THAT(problem(QByteArray(kHead).replace("\"tape\":1", "\"tape\":7")), HasSubstr("tape format 7"));
    EXPECT_THAT(problem(QByteArray(kHead).replace("2026-11-23", "yesterday")),
                HasSubstr("\"recorded\" is no RFC 3339"));
}

TEST(Tape, BrokenGzipIsSaid)
{
    using testing::HasSubstr;
    const QByteArray good = gzipped(kHead + get(1));
    EXPECT_THAT(problem(good.first(good.size() / 2)), HasSubstr("ends in the middle"));
    EXPECT_THAT(problem("\x1f\x8b nonsense"), HasSubstr("gzip data is broken"));
    EXPECT_THAT(problem(good + "more"), HasSubstr("something follows the gzip data"));
    EXPECT_THAT(problem("PK\x03\x04 a zip"), HasSubstr("line 1: it is no valid JSON"));
}

TEST(Tape, UnpackingStopsAtTheCap)
{
    const auto text = gunzipped(gzipped(QByteArray(2 << 20, ' '), 9), 1 << 20);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().kind, Error::Kind::TooLarge);
}

TEST(Tape, AFileThatIsNotThereIsBadInputWithTheReason)
{
    const QTemporaryDir folder;
    const auto tape = readTape(folder.filePath(u"none.jsonl.gz"_s));
    ASSERT_FALSE(tape);
    EXPECT_EQ(tape.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(tape.error().message.contains("No such file"_L1)) << tape.error().message.toStdString();
}

} // namespace lynceus
