#include "core/domain/redaction/encodedforms.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace lynceus {

namespace {

constexpr qsizetype kShortest = 6;

QByteArray cleaned(QByteArray text, const QByteArray &value)
{
    for (const auto &form : encodedForms(value, kShortest))
        text.replace(form, "…");
    return text;
}

TEST(EncodedForms, IncludeEveryEncodingOfServers)
{
    const QByteArray value = R"(s3same/op"en&<42>)";
    const QByteArray written[] = {
        value,
        value.toPercentEncoding(),
        "s3same%2fop%22en%26%3c42%3e",
        value.toPercentEncoding().toPercentEncoding(),
        R"(s3same/op\"en&<42>)",
        R"(s3same\/op\"en&<42>)",
        R"(s3same\u002fop\u0022en\u0026\u003c42\u003e)",
        "s3same/op&quot;en&amp;&lt;42&gt;",
        "s3same/op&#34;en&amp;&lt;42&gt;",
        value.toHex(),
        value.toHex().toUpper(),
        value.toUpper(),
        R"(>24<&ne"po/emas3s)",
    };
    for (const auto &form : written)
        EXPECT_EQ(cleaned("a " + form + " b", value), "a … b") << form.toStdString();
}

TEST(EncodedForms, IncludeBase64AtEachOffset)
{
    std::mt19937 random(7);
    for (int turn = 0; turn < 300; ++turn) {
        QByteArray value;
        for (int i = std::uniform_int_distribution<int>(8, 40)(random); i > 0; --i)
            value += static_cast<char>(std::uniform_int_distribution<int>(33, 126)(random));
        const QByteArray before(std::uniform_int_distribution<int>(0, 5)(random), 'k');
        const QByteArray behind(std::uniform_int_distribution<int>(0, 5)(random), 'z');
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const auto encoded = (before + value + behind).toBase64(alphabet);
            const auto shown = cleaned(encoded, value);
            EXPECT_TRUE(shown.contains("…")) << value.toStdString();
            // Besides the text around the value, two letters may remain at each end: they also hold bits of that text.
            EXPECT_LE(shown.size(), (before.size() + behind.size()) * 4 / 3 + 14) << shown.toStdString();
        }
    }
}

TEST(EncodedForms, ExcludeWordsAndAreSortedLongestFirst)
{
    for (const auto &value : {QByteArray("abcdef"), QByteArray("abc"), QByteArray(), QByteArray("\xff\x00\xfe", 3)}) {
        const auto forms = encodedForms(value, kShortest);
        EXPECT_TRUE(std::ranges::all_of(forms, [](const QByteArray &form) { return form.size() >= kShortest; }));
        EXPECT_TRUE(
            std::ranges::is_sorted(forms, std::greater<>(), [](const QByteArray &form) { return form.size(); }));
    }
    EXPECT_TRUE(encodedForms({}, 1).empty());
}

} // namespace

} // namespace lynceus
