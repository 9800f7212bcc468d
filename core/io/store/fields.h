#pragma once

#include <tuple>

namespace lynceus {

/// A member of a value and its name in what we write. Names are kept for good: stores of earlier versions have them.
template<typename T, typename Member>
struct Field
{
    const char *name;
    Member T::*member;
};

template<typename T, typename Member>
constexpr Field<T, Member> field(const char *name, Member T::*member)
{
    return {name, member};
}

/// Specialised for each value that is written: `static constexpr auto kList = std::tuple{field("kind", &T::kind), …}`.
/// One list serves writing and reading, so that none of the two can forget a member.
template<typename T>
struct Fields;

template<typename T>
concept HasFields = requires
{
    Fields<T>::kList;
};

/// Calls @p take with each field of T.
template<typename T, typename Take>
constexpr void forEachField(Take take)
{
    std::apply([&take](const auto &...fields) { (take(fields), ...); }, Fields<T>::kList);
}

} // namespace lynceus
