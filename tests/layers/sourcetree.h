#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace lynceus {

/// One source file as the layer test sees it.
struct SourceFile
{
    std::string path;                         ///< from the repository's root, with '/'
    std::vector<std::string> lines;           ///< as written
    std::vector<std::string> code;            ///< without comments and without the insides of literals
    std::vector<std::string> ownIncludes;     ///< paths from the root, of files of ours
    std::vector<std::string> foreignIncludes; ///< what stands between < and >
};

using Graph = std::map<std::string, std::set<std::string>>;

[[nodiscard]] std::filesystem::path repositoryRoot();

/// All .h and .cpp files below @p folders, sorted by path.
[[nodiscard]] std::vector<SourceFile> readSources(const std::vector<std::string> &folders);

/// Takes one text apart as readSources does; @p exists says which quoted includes are ours.
[[nodiscard]] SourceFile parseSource(const std::string &path, const std::string &text,
                                     const std::set<std::string> &exists);

[[nodiscard]] std::string readText(const std::string &pathFromRoot);

/// "core/io/http/x.h", 3 → "core/io/http"; a shallower file gives its own folder.
[[nodiscard]] std::string folderOf(const std::string &path, std::size_t depth);

/// Every cycle's members once, in the order of the arrows; empty if there is none.
[[nodiscard]] std::vector<std::string> findCycle(const Graph &graph);

/// Functions longer than @p limit lines: "path:line, n lines". Our formatting puts their braces into the first column.
[[nodiscard]] std::vector<std::string> longFunctions(const SourceFile &file, std::size_t limit);

/// The classes of which @p file defines members ("void A::b()"). Our formatting begins definitions in the first column.
[[nodiscard]] std::set<std::string> classesWithMembersIn(const SourceFile &file);

/// The classes and structs that @p file defines outside of functions and of other classes.
[[nodiscard]] std::set<std::string> classesDefinedIn(const SourceFile &file);

/// Whether a header has nothing but includes.
[[nodiscard]] bool onlyForwards(const SourceFile &file);

} // namespace lynceus
