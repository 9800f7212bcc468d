#include "core/replay/recordings/recording.h"

#include "core/io/compression/gzip.h"

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
    const auto recording = parseRecording(bytes, u"x.jsonl.gz"_s);
    if (recording)
        return "it was read";
    EXPECT_EQ(recording.error().asked, u"x.jsonl.gz"_s);
    EXPECT_TRUE(recording.error().message.startsWith(u"x.jsonl.gz: "_s));
    return recording.error().message.toStdString();
}

} // namespace

TEST(Recording, IsReadWithOrWithoutGzip)
{
    for (const QByteArray &bytes : {kHead + get(5), gzipped(kHead + get(5))}) {
        const auto recording = parseRecording(bytes, u"x"_s);
        ASSERT_TRUE(recording) << recording.error().message.toStdString();
        EXPECT_EQ(recording->head.application, u"web"_s);
        EXPECT_EQ(recording->head.images, QStringList{u"web:1"_s});
        EXPECT_EQ(formatRfc3339(recording->head.recorded), u"2026-11-23T08:32:52Z"_s);
        ASSERT_EQ(recording->lines.size(), 1U);
        EXPECT_EQ(recording->lines.front().body, "{}");
        EXPECT_EQ(recording->end, Duration(5));
    }
}

TEST(Recording, KeepsBodiesAsTheyWereReceived)
{
    const QByteArray odd = R"({"z": 1e2, "a" :[ "\u00e9\"}" ],  "n":12345678901234567890})";
    const auto recording = parseRecording(kHead + get(1, odd) + get(2, R"("<html>\n")"), u"x"_s);
    ASSERT_TRUE(recording);
    EXPECT_EQ(recording->lines[0].body, odd);
    EXPECT_EQ(recording->lines[1].body, "<html>\n");
}

TEST(Recording, SkipsUnknownKindsAndBlankLines)
{
    const auto recording =
        parseRecording(kHead + "\n\r\n{\"t\":1,\"kind\":\"weather\",\"body\":[]}\n" + get(2), u"x"_s);
    ASSERT_TRUE(recording) << recording.error().message.toStdString();
    EXPECT_EQ(recording->lines.size(), 1U);
}

TEST(Recording, SortsOverlappingLines)
{
    const auto recording = parseRecording(kHead + get(81) + get(80), u"x"_s);
    ASSERT_TRUE(recording);
    EXPECT_EQ(recording->lines.front().at, Duration(80));
}

TEST(Recording, ReportsTheInvalidLine)
{
    using testing::HasSubstr;
    EXPECT_THAT(problem(kHead + get(1) + "{\"t\":2,\n"), HasSubstr("line 3: it is not valid JSON at byte"));
    EXPECT_THAT(problem(kHead + "{\"kind\":\"get\"}\n"), HasSubstr("line 2: \"t\" is missing"));
    EXPECT_THAT(problem(kHead + "{\"t\":-1,\"kind\":\"get\"}\n"), HasSubstr("line 2: \"t\" is missing"));
    EXPECT_THAT(problem(kHead + "{\"t\":1,\"kind\":\"get\"}\n"), HasSubstr("line 2: \"path\" is missing"));
    EXPECT_THAT(problem(kHead + "{\"t\":1,\"kind\":\"frame\",\"path\":\"/x\"}\n"), HasSubstr("\"data\" is missing"));
    EXPECT_THAT(problem(kHead + "[1]\n"), HasSubstr("line 2: it is not a JSON object"));
    EXPECT_THAT(problem(kHead + get(9000) + get(10)), HasSubstr("line 3: its time 10 ms is before the time 9000 ms"));
    EXPECT_THAT(problem(kHead + get(1, QByteArray(300, '[') + QByteArray(300, ']'))),
                HasSubstr("more than 200 levels"));
    EXPECT_THAT(problem(kHead + get(1, "\"\xff\"")), HasSubstr("line 2: it is not valid JSON"));
}

TEST(Recording, NeedsAValidHeader)
{
    using testing::HasSubstr;
    EXPECT_THAT(problem({}), HasSubstr("it is empty"));
    EXPECT_THAT(problem(gzipped({})), HasSubstr("it is empty"));
    EXPECT_THAT(problem(get(1)), HasSubstr("line 1: it is not a recording"));
    EXPECT_THAT(problem(QByteArray(kHead).replace("\"tape\":1", "\"tape\":7")), HasSubstr("recording format 7"));
    EXPECT_THAT(problem(QByteArray(kHead).replace("2026-11-23", "yesterday")),
                HasSubstr("\"recorded\" is not an RFC 3339"));
}

TEST(Recording, BrokenGzipIsReported)
{
    using testing::HasSubstr;
    const QByteArray good = gzipped(kHead + get(1));
    EXPECT_THAT(problem(good.first(good.size() / 2)), HasSubstr("is incomplete"));
    EXPECT_THAT(problem("\x1f\x8b nonsense"), HasSubstr("gzip data is damaged"));
    EXPECT_THAT(problem(good + "more"), HasSubstr("extra data follows the gzip data"));
    EXPECT_THAT(problem("PK\x03\x04 a zip"), HasSubstr("line 1: it is not valid JSON"));
}

TEST(Recording, DecompressionStopsAtTheLimit)
{
    const auto text = gunzipped(gzipped(QByteArray(2 << 20, ' '), 9), 1 << 20);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().kind, Error::Kind::TooLarge);
}

TEST(Recording, MissingFileIsBadInputWithTheReason)
{
    const QTemporaryDir folder;
    const auto recording = readRecording(folder.filePath(u"none.jsonl.gz"_s));
    ASSERT_FALSE(recording);
    EXPECT_EQ(recording.error().kind, Error::Kind::BadInput);
    EXPECT_TRUE(recording.error().message.contains("No such file"_L1)) << recording.error().message.toStdString();
}

} // namespace lynceus
