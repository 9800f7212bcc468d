#pragma once

#include <tuple>

namespace lynceus {

/// A member of a value and its name in stored data. Names never change, because stores of earlier versions contain
/// them.
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

/// Specialise it for each stored value: `static constexpr auto kList = std::tuple{field("kind", &T::kind), …}`. Writing
/// and reading use the same list, so neither can miss a member.
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
