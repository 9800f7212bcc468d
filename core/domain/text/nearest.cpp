#include "core/domain/text/nearest.h"

#include <algorithm>
#include <vector>

namespace lynceus {

namespace {

constexpr qsizetype kLeastTolerance = 2; // typos allowed even in short words
constexpr qsizetype kLongestWord = 512;  // characters; the table below has quadratic size

// Optimal string alignment: insert, delete, replace, swap neighbours.
qsizetype distanceBetween(QStringView left, QStringView right)
{
    const auto width = static_cast<std::size_t>(right.size()) + 1;
    std::vector<qsizetype> twoAgo(width);
    std::vector<qsizetype> previous(width);
    std::vector<qsizetype> current(width);
    for (std::size_t column = 0; column < width; ++column)
        previous[column] = static_cast<qsizetype>(column);
    for (qsizetype row = 1; row <= left.size(); ++row) {
        current[0] = row;
        for (std::size_t column = 1; column < width; ++column) {
            const auto at = static_cast<qsizetype>(column) - 1;
            const bool same = left[row - 1] == right[at];
            current[column] =
                std::min({previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1)});
            if (row > 1 && at > 0 && left[row - 1] == right[at - 1] && left[row - 2] == right[at])
                current[column] = std::min(current[column], twoAgo[column - 2] + 1);
        }
        std::swap(twoAgo, previous);
        std::swap(previous, current);
    }
    return previous.back();
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The digits at @p at, without leading zeros; advances @p at.
QStringView takeNumber(QStringView text, qsizetype &at)
{
    while (at < text.size() && text[at] == u'0')
        ++at;
    const auto begin = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.sliced(begin, at - begin);
}

int compareNumbers(QStringView left, QStringView right)
{
    if (left.size() != right.size())
        return left.size() < right.size() ? -1 : 1;
    return left.compare(right);
}

} // namespace

QStringList nearestWords(const QString &word, const QStringList &candidates, qsizetype most)
{
    struct Near
    {
        QString word;
        qsizetype distance;
    };
    if (word.size() > kLongestWord)
        return {};
    const auto tolerance = std::max(kLeastTolerance, word.size() / 3);
    const auto folded = word.toCaseFolded();
    std::vector<Near> near;
    for (const auto &candidate : candidates) {
        if (std::abs(candidate.size() - word.size()) > tolerance)
            continue;
        const auto distance = distanceBetween(folded, candidate.toCaseFolded());
        // As long as the longer word: no letter in common.
        if (distance <= tolerance && distance < std::max(word.size(), candidate.size()))
            near.push_back({candidate, distance});
    }
    std::ranges::stable_sort(near, [](const Near &left, const Near &right) {
        return left.distance != right.distance ? left.distance < right.distance
                                               : compareNaturally(left.word, right.word) < 0;
    });
    QStringList words;
    for (const auto &entry : near) {
        if (words.size() < most && !words.contains(entry.word))
            words.append(entry.word);
    }
    return words;
}

int compareNaturally(QStringView left, QStringView right)
{
    // Most compared texts have a long common prefix ("shop-web-86bf7d-…"). A number that continues after it starts in
    // it.
    qsizetype l = std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first - left.begin();
    while (l > 0 && isDigit(left[l - 1]))
        --l;
    qsizetype r = l;
    while (l < left.size() && r < right.size()) {
        if (isDigit(left[l]) && isDigit(right[r])) {
            const auto leftNumber = takeNumber(left, l);
            const auto rightNumber = takeNumber(right, r);
            if (const int order = compareNumbers(leftNumber, rightNumber); order != 0)
                return order;
            continue;
        }
        const auto leftLetter = left[l++].toCaseFolded();
        const auto rightLetter = right[r++].toCaseFolded();
        if (leftLetter != rightLetter)
            return leftLetter < rightLetter ? -1 : 1;
    }
    const bool leftEnds = l == left.size();
    if (leftEnds != (r == right.size()))
        return leftEnds ? -1 : 1;
    return left.compare(right);
}

} // namespace lynceus
