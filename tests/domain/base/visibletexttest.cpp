#include "core/domain/text/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Case
{
    const char *what;
    QString raw;
    QString line;
    QString text; ///< null: the same as `line`
};

QString one(char32_t c)
{
    return QStringView(QChar::fromUcs4(c)).toString(); // QString::fromUcs4() drops a byte order mark
}

std::vector<char32_t> forbidden()
{
    std::vector<char32_t> all{0x7f, 0xad, 0x61c, 0x180e, 0xfeff, 0xfffe, 0xffff, 0xfdd0, 0x2028, 0x2029};
    const auto add = [&all](char32_t first, char32_t last) {
        for (auto c = first; c <= last; ++c)
            all.push_back(c);
    };
    add(0x00, 0x1f);
    add(0x80, 0x9f);
    add(0x200b, 0x200f);
    add(0x202a, 0x202e);
    add(0x2060, 0x206f);
    add(0xfe00, 0xfe0f);
    add(0xfff9, 0xfffb);
    add(0xe0000, 0xe01ef);
    return all;
}

} // namespace

TEST(VisibleText, ReplacesControlCharacters)
{
    const Case cases[] = {
        {"plain", u"shop-web 1.5.0"_s, u"shop-web 1.5.0"_s, {}},
        {"other scripts and signs", u"Größe ≤ 5 · 日本語 שלום नमस्ते 😀"_s, u"Größe ≤ 5 · 日本語 שלום नमस्ते 😀"_s, {}},
        {"an escape sequence", u"a\x1b[31mred"_s, u"a [31mred"_s, {}},
        {"a window title", u"a\x1b]0;owned\x07z"_s, u"a ]0;owned z"_s, {}},
        {"an 8-bit sequence", u"a\u009b31m"_s, u"a 31m"_s, {}},
        {"NUL and DEL", QString(u"a\0b\x7f"_s), u"a b "_s, {}},
        {"lines", u"a\nb\tc"_s, u"a b c"_s, u"a\nb\tc"_s},
        {"a line that overwrites another", u"failed\rdeployed"_s, u"failed deployed"_s, u"failed\ndeployed"_s},
        {"Windows line ends", u"a\r\nb"_s, u"a  b"_s, u"a\nb"_s},
        {"Unicode line separators", u"a\u2028b\u2029c\u0085d"_s, u"a b c d"_s, u"a\nb\nc\nd"_s},
        {"direction override", u"gnp.\u202egpj"_s, u"gnp.\ufffdgpj"_s, {}},
        {"several are replaced by one", u"a\u2066\u2067\u202e\u200bb"_s, u"a\ufffdb"_s, {}},
        {"tags", u"a"_s + one(0xe0041) + one(0xe007f) + u"b"_s, u"a\ufffdb"_s, {}},
        {"a zero-width character", u"prod\u3164"_s, u"prod\ufffd"_s, {}},
        {"half a character", u"a"_s + QChar(0xd83d) + u"b"_s, u"a\ufffdb"_s, {}},
        {"the other half", u"a"_s + QChar(0xde00), u"a\ufffd"_s, {}},
        {"an emoji of several", u"👩\u200d💻 fix"_s, u"👩💻 fix"_s, {}},
        {"joiners inside words", u"می\u200cخواهم"_s, u"میخواهم"_s, {}},
        {"a byte order mark", u"\ufeffname"_s, u"name"_s, {}},
        {"accents", u"e\u0301 a\u0323\u0302"_s, u"e\u0301 a\u0323\u0302"_s, {}},
        {"a flood of accents",
         u"a"_s + QString(40, QChar(0x301)) + u"b"_s,
         u"a"_s + QString(8, QChar(0x301)) + u"b"_s,
         {}},
        {"a flood with joiners between",
         u"a"_s + (QString(QChar(0x301)) + QChar(0x200d)).repeated(40),
         u"a"_s + QString(8, QChar(0x301)),
         {}},
    };
    for (const auto &each : cases) {
        EXPECT_EQ(visibleLine(each.raw), each.line) << each.what;
        EXPECT_EQ(visibleText(each.raw), each.text.isNull() ? each.line : each.text) << each.what;
        EXPECT_EQ(visibleLine(visibleLine(each.raw)), visibleLine(each.raw)) << each.what;
    }
}

TEST(VisibleText, RemovesInvisibleCharacters)
{
    for (const auto c : forbidden()) {
        EXPECT_TRUE(isHidden(c)) << std::hex << uint(c);
        const QString raw = u"a"_s + one(c) + u"b"_s;
        EXPECT_FALSE(visibleLine(raw).contains(one(c))) << std::hex << uint(c);
        if (c != '\n' && c != '\t')
            EXPECT_FALSE(visibleText(raw).contains(one(c))) << std::hex << uint(c);
    }
}

TEST(VisibleText, IsTruncatedAtItsLimitBetweenCharacters)
{
    EXPECT_EQ(visibleLine(u"abcdef"_s, 6), u"abcdef"_s);
    EXPECT_EQ(visibleLine(u"abcdefg"_s, 6), u"abcde…"_s);
    EXPECT_EQ(visibleLine(u"abcd😀z"_s, 6), u"abcd…"_s);
    EXPECT_EQ(visibleText(u"a\nb\x1b"_s + QString(100, u'x'), 6).size(), 6);
    EXPECT_EQ(visibleLine(u"abc"_s, 0), QString());
}

TEST(VisibleText, JsonIsEscapedForTerminalsAndKeepsItsValues)
{
    QString raw = u"a\"\\ü😀\n\t\r\x1b"_s;
    for (const auto c : forbidden()) {
        if (c < 0xd800 || c > 0xdfff)
            raw += one(c) + u'.';
    }
    const QJsonDocument document(QJsonArray{raw});
    for (const auto format : {QJsonDocument::Compact, QJsonDocument::Indented}) {
        const auto json = visibleJson(document.toJson(format));
        EXPECT_EQ(QJsonDocument::fromJson(json), document);
        for (const auto c : QString::fromUtf8(json).toUcs4()) {
            if (c != '\n')
                EXPECT_FALSE(isHidden(c)) << std::hex << c;
        }
    }
    EXPECT_EQ(visibleJson("[\"ü\xc2\x9b\xe2\x80\xae\xf3\xa0\x81\x81\x7f\"]\n"),
              "[\"ü\\u009b\\u202e\\udb40\\udc41\\u007f\"]\n");
    EXPECT_EQ(visibleJson("{\n\t\"a\": 1}"), "{\n\t\"a\": 1}");
    EXPECT_EQ(visibleJson("[\"\xc0\x80\xff\xe2\x80\"]"), "[\"\\ufffd\\ufffd\\ufffd\\ufffd\\ufffd\"]");
}

TEST(VisibleText, TerminalGetsOnlyLynceusSequences)
{
    const std::pair<QByteArray, QByteArray> cases[] = {
        {"plain\n\tü ● 😀\r\n", "plain\n\tü ● 😀\r\n"},
        {"\x1b[31mbad\x1b[0m \x1b[1mx\x1b[0m", "\x1b[31mbad\x1b[0m \x1b[1mx\x1b[0m"},
        {"\r\x1b[3A\x1b[J\x1b[?25lx\x1b[?25h", "\r\x1b[3A\x1b[J\x1b[?25lx\x1b[?25h"},
        {"\x1b[2J", " [2J"},
        {"\x1b]0;x\x07", " ]0;x "},
        {"\x1b[5;31m\x1b[m\x1b[31", " [5;31m [m [31"},
        {"\x1b[99m\x1b[10000A", " [99m [10000A"},
        {"a\rb\r", "a b "},
        {QByteArray("a\0b\x7f", 4), "a b "},
        {"a\u009bb\u202e\u200bc\u200dd\u2028e", "a b\ufffdcd e"},
        {"a\xff\xfe\xe2\x80", "a\ufffd"},
    };
    for (const auto &[raw, written] : cases)
        EXPECT_EQ(terminalOutput(raw), written) << raw.toStdString();
}

} // namespace lynceus
