#pragma once

#include <string>
#include <vector>

namespace lynceus {

/// A string literal as the compiler sees it: adjacent literals are joined.
struct Literal
{
    std::size_t line = 0;      ///< of its start, from 1
    std::string text;          ///< between the quotes, escapes as written
    bool isTranslated = false; ///< the first argument of tr(), QT_TR_NOOP(), QT_TRANSLATE_NOOP() or translate()
};

/// All literals of a C++ source, except those in comments, in #include, and raw strings.
[[nodiscard]] std::vector<Literal> literalsOf(const std::string &source);

/// The fault in a text that users see; empty if there is none. docs/words.md explains the rules.
[[nodiscard]] std::string faultOf(const Literal &literal);

} // namespace lynceus
