#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <span>
#include <vector>

namespace lynceus {

/// Fuzzy search by letters in order: "shpw" finds "shop-web". All words, separated by spaces, must be found, in any
/// order. Create one per keystroke.
class FuzzyPattern final
{
public:
    explicit FuzzyPattern(QStringView typed);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// Higher is better: adjacent letters, starts of parts, short names. Negative: no match. @param lowered lower case.
    [[nodiscard]] int score(QStringView lowered) const;
    /// Positions of the matched letters, ascending, for highlighting; empty without a match.
    [[nodiscard]] std::vector<int> places(QStringView lowered) const;

private:
    QStringList m_words; ///< lower case
};

/// A searchable text, and its preference among equal scores (a command before an application).
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

/// The best matches, best first; equal ones in the order of the candidates. An empty pattern returns those with the
/// highest bonus.
[[nodiscard]] std::vector<FuzzyHit> bestHits(const FuzzyPattern &pattern, std::span<const FuzzyCandidate> candidates,
                                             std::size_t most);

} // namespace lynceus
