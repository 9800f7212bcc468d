#include "app/gui/releases/boardarrangement.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// In the order of their enumerators.
constexpr std::array kGroupings{"attention"_L1, "environment"_L1, "release"_L1, "instance"_L1};
constexpr std::array kSortings{"urgency"_L1, "deadline"_L1, "name"_L1};

} // namespace

QString textOf(const BoardArrangement &arrangement)
{
    return kGroupings[std::size_t(arrangement.grouping)] + u' ' + kSortings[std::size_t(arrangement.sorting)];
}

BoardArrangement arrangementFrom(const QString &text)
{
    BoardArrangement arrangement;
    const auto words = text.split(u' ');
    const auto take = [&words](qsizetype word, const auto &names, auto &value) {
        const auto found = std::ranges::find(names, words.value(word));
        if (found != names.end())
            value = std::remove_reference_t<decltype(value)>(found - names.begin());
    };
    take(0, kGroupings, arrangement.grouping);
    take(1, kSortings, arrangement.sorting);
    return arrangement;
}

} // namespace lynceus
