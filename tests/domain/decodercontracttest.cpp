// Rules for all decoders: wrong types, truncation, unknown fields, null. The documents have exactly the fields that the
// decoders read, so a test of every place in a document tests every field.
#include "tests/domain/decodercases.h"

#include <functional>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace lynceus {

using namespace Qt::StringLiterals;
using Ordered = nlohmann::ordered_json;

namespace {

QByteArray textOf(const Ordered &json)
{
    return QByteArray::fromStdString(json.dump());
}

/// Calls @p visit(place, path) for each value below @p json. It may change @p place, but must restore it.
void walk(Ordered &json, const QString &path, const std::function<void(Ordered &, const QString &)> &visit)
{
    if (!path.isEmpty())
        visit(json, path);
    if (json.is_object()) {
        for (auto &[key, value] : json.items())
            walk(value, path.isEmpty() ? QString::fromStdString(key) : path + u'.' + QString::fromStdString(key),
                 visit);
    } else if (json.is_array()) {
        for (size_t i = 0; i < json.size(); ++i)
            walk(json[i], path + u"[%1]"_s.arg(i), visit);
    }
}

bool sameType(const Ordered &left, const Ordered &right)
{
    return left.type() == right.type() || (left.is_number_integer() && right.is_number_integer());
}

class DecoderContract : public ::testing::TestWithParam<DecoderCase>
{
protected:
    std::optional<Error> decode(const QByteArray &text) { return GetParam().decode(decoder, text); }

    Decoder decoder;
    Ordered document = Ordered::parse(GetParam().document);
};

TEST_P(DecoderContract, ReadsItsDocument)
{
    const auto error = decode(textOf(document));
    EXPECT_FALSE(error) << error->message.toStdString();
    EXPECT_FALSE(decode(QByteArray::fromStdString(document.dump(4)) + " \r\n\t"));
}

TEST_P(DecoderContract, ReportsThePathOfAWrongType)
{
    const std::vector<Ordered> others = {Ordered::object(),
                                         Ordered::object({{"a", 1}}),
                                         Ordered::array(),
                                         Ordered::array({1}),
                                         "text",
                                         "",
                                         7,
                                         -1.5,
                                         1e300,
                                         true,
                                         false};
    int tried = 0;
    walk(document, {}, [&](Ordered &place, const QString &path) {
        for (const auto &other : others) {
            if (sameType(place, other))
                continue;
            const auto kept = std::exchange(place, other);
            const auto text = textOf(document);
            const auto error = decode(text);
            place = kept;
            ++tried;
            ASSERT_TRUE(error) << path.toStdString() << " as " << other.dump();
            EXPECT_EQ(error->kind, Error::Kind::Malformed);
            EXPECT_FALSE(error->retryable);
            // If a list replaces an object, the error may name an element of it: the path is longer.
            EXPECT_TRUE(error->message.startsWith(path)) << path.toStdString() << ": " << error->message.toStdString();
        }
    });
    EXPECT_GT(tried, 5);
}

TEST_P(DecoderContract, RejectsNumbersOutOfRange)
{
    walk(document, {}, [&](Ordered &place, const QString &path) {
        if (!place.is_number())
            return;
        const auto marker = QByteArray("\"@@\"");
        const auto kept = std::exchange(place, "@@");
        for (const QByteArray number : {"1.0", "1e3", "99999999999999999999", "-99999999999999999999", "0x10", "+1",
                                        "1_000", "123456789012345678901234567890.5", "-", "01x"}) {
            const auto error = decode(textOf(document).replace(marker, number));
            ASSERT_TRUE(error) << path.toStdString() << " " << number.toStdString();
            EXPECT_TRUE(error->message.startsWith(path)) << error->message.toStdString();
        }
        place = kept;
    });
}

TEST_P(DecoderContract, RejectsInvalidTimes)
{
    walk(document, {}, [&](Ordered &place, const QString &path) {
        if (!place.is_string() || !parseRfc3339(place.get<std::string>()))
            return;
        const auto kept = std::exchange(place, "yesterday");
        const auto error = decode(textOf(document));
        place = kept;
        ASSERT_TRUE(error) << path.toStdString();
        EXPECT_EQ(error->message, path + u" is not a time"_s);
    });
}

TEST_P(DecoderContract, TreatsNullAsAbsent)
{
    walk(document, {}, [&](Ordered &place, const QString &path) {
        const bool isElement = path.endsWith(u']');
        // Without these fields, the document has another meaning.
        const bool isNeeded = path.endsWith(u"metadata") || path.endsWith(u"metadata.name") || path == u"Version"_s
            || path == u"result"_s || path == u"result.type"_s || path == u"result.application"_s || path == u"value"_s;
        const bool isListItem = path == u"items[0]"_s;
        const auto kept = std::exchange(place, nullptr);
        const auto error = decode(textOf(document));
        place = kept;
        if (isNeeded && !(GetParam().name == "applicationList" && path == u"metadata"_s))
            EXPECT_TRUE(error) << path.toStdString();
        else if (!isElement && !isListItem)
            EXPECT_FALSE(error) << path.toStdString() << ": " << error->message.toStdString();
    });
}

TEST_P(DecoderContract, SkipsUnknownFieldsAtEveryLevel)
{
    const auto unknownValue =
        Ordered::parse(R"({"name": 5, "nodes": {}, "x": [[], {}, [{"y": [null, true, -1.5e-3, "\u0000\"]}"]}]]})");
    int tried = 0;
    walk(document, {}, [&](Ordered &place, const QString &path) {
        // Manifests are strings; labels and annotations have arbitrary names, so none of them is unknown.
        if (!place.is_object() || path.endsWith(u"labels"))
            return;
        const auto kept = place;
        Ordered first = Ordered::object({{"zzUnknown", unknownValue}});
        first.update(place);
        place = std::move(first);
        const auto before = decode(textOf(document));
        EXPECT_FALSE(before) << path.toStdString() << ": " << before->message.toStdString();
        place["zzLast"] = unknownValue;
        EXPECT_FALSE(decode(textOf(document))) << path.toStdString();
        place = kept;
        ++tried;
    });
    document["zzUnknown"] = unknownValue;
    EXPECT_FALSE(decode(textOf(document)));
}

TEST_P(DecoderContract, RejectsEveryTruncation)
{
    const auto text = textOf(document);
    for (qsizetype size = 0; size < text.size(); ++size) {
        auto cut = text.first(size);
        const auto error = decode(cut);
        ASSERT_TRUE(error) << cut.toStdString();
        ASSERT_EQ(error->kind, Error::Kind::Malformed);
        // A decoder that reads past the end would find the missing brackets there.
        cut.reserve(size + 128);
        std::memset(cut.data() + size + 1, '}', 100);
        ASSERT_TRUE(decode(cut)) << cut.toStdString();
    }
}

TEST_P(DecoderContract, RejectsTrailingBytes)
{
    const auto text = textOf(document);
    for (const QByteArray more : {"}", "]", "{}", ",", "null", "x", " {", "\"\"", "1"})
        EXPECT_TRUE(decode(text + more)) << more.toStdString();
    EXPECT_TRUE(decode(text + '\0'));
    EXPECT_TRUE(decode(text + text));
}

TEST_P(DecoderContract, RejectsNonObjects)
{
    for (const QByteArray text : {"",
                                  " ",
                                  "null",
                                  "true",
                                  "7",
                                  "\"x\"",
                                  "[]",
                                  "[{}]",
                                  "<html>",
                                  "{",
                                  "}",
                                  "\xEF\xBB\xBF{}",
                                  "{]",
                                  "{\"a\"}",
                                  "{\"a\":}",
                                  "{:1}",
                                  "{1:2}",
                                  "{\"a\" 1}",
                                  "{\"a\":1 \"b\":2}",
                                  "\xFF"}) {
        const auto error = decode(text);
        ASSERT_TRUE(error) << text.toStdString();
        EXPECT_EQ(error->kind, Error::Kind::Malformed) << text.toStdString();
        EXPECT_FALSE(error->message.isEmpty());
    }
    EXPECT_TRUE(decode(QByteArray(1, '\0')));
    EXPECT_TRUE(decode(textOf(document).insert(1, '\0')));
    EXPECT_TRUE(decode("{\"x\":\"\xC3\x28\"," + textOf(document).sliced(1))) << "not valid UTF-8";
}

TEST_P(DecoderContract, HandlesDeepNesting)
{
    for (const auto &[open, close] : {std::pair("[", "]"), std::pair("{\"a\":", "}")}) {
        const auto deep = QByteArray(open).repeated(200'000) + "1" + QByteArray(close).repeated(200'000);
        EXPECT_FALSE(decode("{\"zzUnknown\":" + deep + "," + textOf(document).sliced(1)));
        EXPECT_TRUE(decode("[" + deep + "]"));
        EXPECT_TRUE(decode(QByteArray(open).repeated(200'000)));
    }
}

TEST_P(DecoderContract, ReusesMemoryWithoutMixingAnswers)
{
    const auto text = textOf(document);
    for (int i = 0; i < 3; ++i) {
        EXPECT_FALSE(decode(text));
        EXPECT_TRUE(decode(text.first(text.size() / 2)));
        EXPECT_FALSE(decode(QByteArray::fromRawData(text.constData(), text.size())));
    }
}

INSTANTIATE_TEST_SUITE_P(All, DecoderContract, ::testing::ValuesIn(decoderCases()),
                         [](const auto &info) { return info.param.name; });

} // namespace
} // namespace lynceus
