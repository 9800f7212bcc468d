#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace lynceus {

/// One source file as parsed for the layer test.
struct SourceFile
{
    std::string path;                         ///< from the repository's root, with '/'
    std::vector<std::string> lines;           ///< as written
    std::vector<std::string> code;            ///< without comments and contents of literals
    std::vector<std::string> ownIncludes;     ///< paths of our own files, from the root
    std::vector<std::string> foreignIncludes; ///< names between < and >
};

using Graph = std::map<std::string, std::set<std::string>>;

[[nodiscard]] std::filesystem::path repositoryRoot();

/// All .h and .cpp files below @p folders, sorted by path.
[[nodiscard]] std::vector<SourceFile> readSources(const std::vector<std::string> &folders);

/// Parses one text as readSources() does; @p exists tells which quoted includes are our own files.
[[nodiscard]] SourceFile parseSource(const std::string &path, const std::string &text,
                                     const std::set<std::string> &exists);

[[nodiscard]] std::string readText(const std::string &pathFromRoot);

/// "core/io/http/x.h", 3 → "core/io/http"; for a file at a lower depth, its own folder.
[[nodiscard]] std::string folderOf(const std::string &path, std::size_t depth);

/// The members of a cycle in the order of the arrows; empty if there is none.
[[nodiscard]] std::vector<std::string> findCycle(const Graph &graph);

/// Functions longer than @p limit lines: "path:line, n lines". Relies on our format, with their braces in the first
/// column.
[[nodiscard]] std::vector<std::string> longFunctions(const SourceFile &file, std::size_t limit);

/// The classes whose members @p file defines ("void A::b()"). Relies on our format, with definitions in the first
/// column.
[[nodiscard]] std::set<std::string> classesWithMembersIn(const SourceFile &file);

/// The classes and structs that @p file defines outside of functions and of other classes.
[[nodiscard]] std::set<std::string> classesDefinedIn(const SourceFile &file);

/// True if a header contains only includes.
[[nodiscard]] bool onlyForwards(const SourceFile &file);

} // namespace lynceus
