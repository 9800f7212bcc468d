#include "core/domain/board/boardfilter.h"

#include <algorithm>

namespace lynceus {

bool BoardFilter::setText(const QString &text)
{
    auto words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return false;
    m_words = std::move(words);
    return true;
}

bool BoardFilter::hasAllWords(const QString &searched) const
{
    return std::ranges::all_of(
        m_words, [&searched](const QString &word) { return searched.contains(word, Qt::CaseInsensitive); });
}

} // namespace lynceus
