#include "core/domain/search/fuzzymatch.h"

#include <algorithm>

namespace lynceus {

namespace {

// Weights by what users usually mean. An adjacent match beats any number of scattered letters.
constexpr int kWhole = 400;     ///< the name itself
constexpr int kPiece = 200;     ///< adjacent letters…
constexpr int kBeginning = 100; ///< …at the beginning of the name
constexpr int kPartStart = 60;  ///< …or of a part: after a hyphen, slash, dot, colon or space
constexpr int kLetterAtPart = 12;
constexpr int kLetterNext = 8; ///< a scattered letter next to the previous one
constexpr int kLongest = 40;   ///< maximum preference for a short name

bool startsPart(QStringView text, qsizetype position)
{
    return position == 0 || !text[position - 1].isLetterOrNumber();
}

struct Match
{
    int score = -1;
    std::vector<int> places;
};

int lengthScore(QStringView text, QStringView word)
{
    return qMax<int>(0, kLongest - int(text.size() - word.size()));
}

/// The best adjacent match: at the start of a part is better than earlier within one.
qsizetype pieceAt(QStringView text, QStringView word)
{
    const auto first = text.indexOf(word);
    for (auto at = first; at >= 0; at = text.indexOf(word, at + 1)) {
        if (startsPart(text, at))
            return at;
    }
    return first;
}

/// Letters in order, each at the start of a part if the rest still fits after it, otherwise as early as possible.
int scatteredScore(QStringView text, QStringView word, std::vector<int> *places)
{
    int score = 0;
    qsizetype from = 0;
    for (qsizetype letter = 0; letter < word.size(); ++letter) {
        const auto at = text.indexOf(word[letter], from);
        if (at < 0)
            return -1;
        if (letter > 0 && at == from)
            score += kLetterNext;
        if (startsPart(text, at))
            score += kLetterAtPart;
        if (places)
            places->push_back(int(at));
        from = at + 1;
    }
    return score;
}

int wordScore(QStringView text, QStringView word, std::vector<int> *places)
{
    if (word.size() > text.size())
        return -1;
    const auto at = pieceAt(text, word);
    if (at < 0) {
        // A single letter has no scattered match.
        const int score = word.size() == 1 ? -1 : scatteredScore(text, word, places);
        return score < 0 ? -1 : score + lengthScore(text, word);
    }
    if (places) {
        for (qsizetype letter = 0; letter < word.size(); ++letter)
            places->push_back(int(at + letter));
    }
    const int place = at == 0 ? kBeginning : startsPart(text, at) ? kPartStart : 0;
    return kPiece + place + (text.size() == word.size() ? kWhole : 0) + lengthScore(text, word);
}

bool isBetter(const FuzzyHit &left, const FuzzyHit &right)
{
    return left.score != right.score ? left.score > right.score : left.candidate < right.candidate;
}

} // namespace

FuzzyPattern::FuzzyPattern(QStringView typed)
    : m_words(typed.toString().toLower().simplified().split(u' ', Qt::SkipEmptyParts))
{ }

int FuzzyPattern::score(QStringView lowered) const
{
    int sum = 0;
    for (const auto &word : m_words) {
        const int score = wordScore(lowered, word, nullptr);
        if (score < 0)
            return -1;
        sum += score;
    }
    return sum;
}

std::vector<int> FuzzyPattern::places(QStringView lowered) const
{
    std::vector<int> places;
    for (const auto &word : m_words) {
        if (wordScore(lowered, word, &places) < 0)
            return {};
    }
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

std::vector<FuzzyHit> bestHits(const FuzzyPattern &pattern, std::span<const FuzzyCandidate> candidates,
                               std::size_t most)
{
    // A heap with the worst of the best on top: one comparison rejects most candidates.
    std::vector<FuzzyHit> best;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const int score = pattern.score(candidates[i].lowered);
        if (score < 0)
            continue;
        const FuzzyHit hit{int(i), score + candidates[i].bonus};
        if (best.size() == most && !isBetter(hit, best.front()))
            continue;
        if (best.size() == most) {
            std::ranges::pop_heap(best, isBetter);
            best.pop_back();
        }
        best.push_back(hit);
        std::ranges::push_heap(best, isBetter);
    }
    std::ranges::sort_heap(best, isBetter);
    return best;
}

} // namespace lynceus
