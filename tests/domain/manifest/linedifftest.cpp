#include "core/domain/manifest/linediff.h"

#include <QStringList>

#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Lines = std::vector<QStringView>;

/// "=ab -c +d": the lines of each span, one letter per line.
QString picture(const Lines &before, const Lines &after)
{
    QStringList words;
    for (const auto &span : diffLines(before, after)) {
        QString word = span.kind == DiffSpan::Kind::Same ? u"="_s
            : span.kind == DiffSpan::Kind::Added         ? u"+"_s
                                                         : u"-"_s;
        const bool isAdded = span.kind == DiffSpan::Kind::Added;
        for (int i = 0; i < span.count; ++i)
            word += isAdded ? after[std::size_t(span.after + i)] : before[std::size_t(span.before + i)];
        words << word;
    }
    return words.join(u' ');
}

Lines letters(QStringView text)
{
    Lines lines;
    for (qsizetype i = 0; i < text.size(); ++i)
        lines.push_back(text.sliced(i, 1));
    return lines;
}

int longestCommon(const Lines &left, const Lines &right)
{
    std::vector<std::vector<int>> table(left.size() + 1, std::vector<int>(right.size() + 1, 0));
    for (std::size_t i = 1; i <= left.size(); ++i) {
        for (std::size_t j = 1; j <= right.size(); ++j)
            table[i][j] =
                left[i - 1] == right[j - 1] ? table[i - 1][j - 1] + 1 : std::max(table[i - 1][j], table[i][j - 1]);
    }
    return table[left.size()][right.size()];
}

/// Checks that the spans cover both texts without gaps and that equal lines are equal. @return the number of equal
/// lines.
int checked(const Lines &before, const Lines &after)
{
    int left = 0;
    int right = 0;
    int same = 0;
    auto last = DiffSpan::Kind::Same;
    bool isFirst = true;
    for (const auto &span : diffLines(before, after)) {
        EXPECT_EQ(span.before, left);
        EXPECT_EQ(span.after, right);
        EXPECT_GT(span.count, 0);
        if (!isFirst) {
            EXPECT_NE(span.kind, last) << "adjacent spans of the same kind";
            EXPECT_FALSE(span.kind == DiffSpan::Kind::Removed && last == DiffSpan::Kind::Added);
        }
        for (int i = 0; i < span.count && span.kind == DiffSpan::Kind::Same; ++i)
            EXPECT_EQ(before[std::size_t(left + i)], after[std::size_t(right + i)]);
        same += span.kind == DiffSpan::Kind::Same ? span.count : 0;
        left += span.kind == DiffSpan::Kind::Added ? 0 : span.count;
        right += span.kind == DiffSpan::Kind::Removed ? 0 : span.count;
        last = span.kind;
        isFirst = false;
    }
    EXPECT_EQ(left, int(before.size()));
    EXPECT_EQ(right, int(after.size()));
    return same;
}

} // namespace

TEST(LineDiff, ReadsLikeADiff)
{
    EXPECT_EQ(picture(letters(u"abcd"), letters(u"abcd")), u"=abcd"_s);
    EXPECT_EQ(picture(letters(u"abcd"), letters(u"abxd")), u"=ab -c +x =d"_s);
    EXPECT_EQ(picture(letters(u""), letters(u"ab")), u"+ab"_s);
    EXPECT_EQ(picture(letters(u"ab"), letters(u"")), u"-ab"_s);
    EXPECT_EQ(picture(letters(u""), letters(u"")), QString());
    EXPECT_EQ(picture(letters(u"ab"), letters(u"cd")), u"-ab +cd"_s);
    EXPECT_EQ(picture(letters(u"bc"), letters(u"abcd")), u"+a =bc +d"_s);
}

TEST(LineDiff, IsCorrectAndShortestForGeneratedTexts)
{
    for (unsigned seed = 1; seed <= 3'000; ++seed) {
        std::mt19937 random(seed);
        const auto text = [&random](unsigned most) {
            QString letters;
            const auto alphabet = 1 + random() % 6;
            for (auto left = random() % most; left > 0; --left)
                letters += QChar(char16_t(u'a' + random() % alphabet));
            return letters;
        };
        const auto before = text(40);
        const auto after = text(40);
        SCOPED_TRACE(testing::Message() << seed << ' ' << before.toStdString() << ' ' << after.toStdString());
        ASSERT_EQ(checked(letters(before), letters(after)), longestCommon(letters(before), letters(after)));
        ASSERT_FALSE(testing::Test::HasFailure());
    }
}

TEST(LineDiff, StaysCorrectWhereTheShortestDiffIsTooExpensive)
{
    std::mt19937 random(7);
    QStringList left;
    QStringList right;
    for (int i = 0; i < 6'000; ++i) {
        left << QString::number(random() % 2'000);
        right << QString::number(random() % 2'000);
    }
    EXPECT_GT(checked(Lines(left.begin(), left.end()), Lines(right.begin(), right.end())), 0);
}

TEST(LineDiff, LinesAreSeparatedByLineBreaks)
{
    EXPECT_EQ(linesOf(u"a\n\nb\n"), (Lines{u"a", u"", u"b"}));
    EXPECT_EQ(linesOf(u"a"), Lines{u"a"});
    EXPECT_EQ(linesOf(u""), Lines());
    EXPECT_EQ(linesOf(u"\n"), Lines{u""});
}

} // namespace lynceus
