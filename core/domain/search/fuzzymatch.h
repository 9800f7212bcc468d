#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <span>
#include <vector>

namespace lynceus {

/// What is typed to find something by a few of its letters, in order: "shpw" finds "shop-web". Words apart from each
/// other by spaces must all be found, in any order. Made once a keystroke.
class FuzzyPattern final
{
public:
    explicit FuzzyPattern(QStringView typed);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// Higher is better: letters together, at beginnings of parts, in short names. Negative: it does not fit.
    /// @param lowered lower case.
    [[nodiscard]] int score(QStringView lowered) const;
    /// Positions of the letters that were found, ascending, for drawing them bold; empty if it does not fit.
    [[nodiscard]] std::vector<int> places(QStringView lowered) const;

private:
    QStringList m_words; ///< lower case
};

/// Something that can be found, and how much it is preferred among equals (a command before an application).
struct FuzzyCandidate
{
    QString lowered;
    int bonus = 0;
};

struct FuzzyHit
{
    int candidate = 0; ///< position among the candidates
    int score = 0;

    friend bool operator==(const FuzzyHit &, const FuzzyHit &) = default;
};

/// The best, best first; equals in the order of the candidates. An empty pattern finds the first ones with the
/// highest bonus.
[[nodiscard]] std::vector<FuzzyHit> bestHits(const FuzzyPattern &pattern, std::span<const FuzzyCandidate> candidates,
                                             std::size_t most);

} // namespace lynceus
