#pragma once

#include <set>
#include <string>
#include <vector>

namespace lynceus {

/// A file that may do what its layer may not, and why. Entries may only go: one that is not needed fails the test.
struct Exception
{
    std::string rule;
    std::string path;
    std::string reason;
};

/// The layers from the top. A layer includes itself and those after it, except that faces do not include each other.
struct Layer
{
    std::string folder;
    std::set<std::string> mayInclude;
};

[[nodiscard]] const std::vector<Layer> &layers();

/// Qt's value types: what domain may include of Qt.
[[nodiscard]] const std::set<std::string> &domainQtHeaders();

/// Standard headers that do I/O, know the time, or start threads.
[[nodiscard]] const std::set<std::string> &domainForbiddenHeaders();

/// A word that has no place in some files.
struct ForbiddenWord
{
    std::vector<std::string> needles; ///< a line without any of them is not looked at: expressions are slow
    std::string expression;
    std::string meaning;
};

/// Words that have no place in a pure function.
[[nodiscard]] const std::vector<ForbiddenWord> &domainForbiddenWords();

/// What takes text for markup, or opens what others name. The window has one place for each (app/gui/widgets).
[[nodiscard]] const std::vector<ForbiddenWord> &windowForbiddenWords();

[[nodiscard]] const std::vector<Exception> &exceptions();

} // namespace lynceus
