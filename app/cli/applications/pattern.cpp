#include "app/cli/applications/pattern.h"

namespace lynceus {

namespace {

bool sameCharacter(QChar left, QChar right)
{
    return left == right || left.toCaseFolded() == right.toCaseFolded();
}

/// Backtracks only to the last `*`: linear for usual patterns, and never exponential.
bool matchesWildcards(QStringView text, QStringView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype star = -1;
    qsizetype afterStar = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            star = p++;
            afterStar = t;
        } else if (p < pattern.size() && (pattern[p] == u'?' || sameCharacter(pattern[p], text[t]))) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++afterStar;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*')
        ++p;
    return p == pattern.size();
}

} // namespace

bool matchesPattern(QStringView text, QStringView pattern)
{
    if (pattern.contains(u'*') || pattern.contains(u'?'))
        return matchesWildcards(text, pattern);
    return text.contains(pattern, Qt::CaseInsensitive);
}

} // namespace lynceus
