#pragma once

#include <set>
#include <string>
#include <vector>

namespace lynceus {

/// A file with an exception from its layer's rule, and the reason. Do not add entries; an unneeded one fails the test.
struct Exception
{
    std::string rule;
    std::string path;
    std::string reason;
};

/// The layers from top to bottom. A layer may include itself and those below it, except that faces do not include each
/// other.
struct Layer
{
    std::string folder;
    std::set<std::string> mayInclude;
};

[[nodiscard]] const std::vector<Layer> &layers();

/// Qt's value types: the headers of Qt that domain may include.
[[nodiscard]] const std::set<std::string> &domainQtHeaders();

/// Standard headers for I/O, time or threads.
[[nodiscard]] const std::set<std::string> &domainForbiddenHeaders();

/// An expression that is forbidden in some files.
struct ForbiddenWord
{
    std::vector<std::string> needles; ///< a line without any of them is skipped, because regular expressions are slow
    std::string expression;
    std::string meaning;
};

/// Expressions that are forbidden in pure functions.
[[nodiscard]] const std::vector<ForbiddenWord> &domainForbiddenWords();

/// Functions that interpret text as markup, or open foreign URLs. The window uses each in only one place
/// (app/gui/widgets).
[[nodiscard]] const std::vector<ForbiddenWord> &windowForbiddenWords();

[[nodiscard]] const std::vector<Exception> &exceptions();

} // namespace lynceus
