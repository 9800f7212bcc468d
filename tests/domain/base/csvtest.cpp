#include "core/domain/text/csv.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

TEST(Csv, QuotesSeparatorsAndEscapesFormulas)
{
    QByteArray text;
    appendCsvRow(text, {u"plain"_s, u"a,b"_s, u"say \"no\""_s, u"two\nlines"_s, u"=1+1"_s, u"-x,y"_s, u"ü"_s, {}});
    EXPECT_EQ(text, QByteArray("plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",'=1+1,\"'-x,y\",ü,\r\n"));
}

TEST(Csv, EscapesFormulasAndControlSequences)
{
    const auto cellOf = [](const QString &cell) {
        QByteArray text;
        appendCsvRow(text, {cell});
        return text.chopped(2);
    };
    const std::pair<QString, QByteArray> cases[] = {
        {u"=cmd()"_s, "'=cmd()"},
        {u"+1"_s, "'+1"},
        {u"-1"_s, "'-1"},
        {u"@SUM"_s, "'@SUM"},
        {u"\t=1"_s, "'\t=1"},
        {u"\tplain"_s, "'\tplain"},
        {u"\r=1"_s, "\"'\n=1\""},
        {u"\rplain"_s, "\"'\nplain\""},
        {u"  =1"_s, "'  =1"},
        {u"\u200e=1"_s, "'=1"},
        {u"\x1b=1"_s, "' =1"},
        {u"＝1"_s, "'＝1"},
        {u"a=1"_s, "a=1"},
        {u"a\rb"_s, "\"a\nb\""},
        {u"a\x1b[31m\u202e\u009b"_s, "a [31m\ufffd "},
    };
    for (const auto &[raw, written] : cases)
        EXPECT_EQ(cellOf(raw), written) << raw.toStdString();
}

} // namespace lynceus
