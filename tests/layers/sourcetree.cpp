#include "tests/layers/sourcetree.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

namespace lynceus {

namespace fs = std::filesystem;

namespace {

/// Removes comments and contents of literals, so that forbidden words in them do not count.
class CodeOnly
{
public:
    std::string operator()(const std::string &line)
    {
        std::string code;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (m_inComment) {
                if (line.compare(i, 2, "*/") == 0) {
                    m_inComment = false;
                    ++i;
                }
            } else if (m_inRaw) {
                if (line.compare(i, m_rawEnd.size(), m_rawEnd) == 0) {
                    m_inRaw = false;
                    i += m_rawEnd.size() - 1;
                }
            } else if (line.compare(i, 2, "//") == 0) {
                break;
            } else if (line.compare(i, 2, "/*") == 0) {
                m_inComment = true;
                ++i;
            } else if (line.compare(i, 2, "R\"") == 0 && line.find('(', i) != std::string::npos) {
                const auto open = line.find('(', i);
                m_rawEnd = ")" + line.substr(i + 2, open - i - 2) + "\"";
                m_inRaw = true;
                i = open;
            } else if (line[i] == '"') {
                code += "\"\"";
                i = endOfString(line, i);
            } else {
                code += line[i];
            }
        }
        return code;
    }

private:
    static std::size_t endOfString(const std::string &line, std::size_t i)
    {
        for (++i; i < line.size() && line[i] != '"'; ++i) {
            if (line[i] == '\\')
                ++i;
        }
        return i;
    }

    bool m_inComment = false;
    bool m_inRaw = false;
    std::string m_rawEnd;
};

enum class Mark { Unseen, OnPath, Done };

bool walk(const Graph &graph, const std::string &node, std::map<std::string, Mark> &marks,
          std::vector<std::string> &path)
{
    marks[node] = Mark::OnPath;
    path.push_back(node);
    const auto found = graph.find(node);
    if (found != graph.end()) {
        for (const auto &next : found->second) {
            if (marks[next] == Mark::OnPath) {
                path.erase(path.begin(), std::find(path.begin(), path.end(), next));
                path.push_back(next);
                return true;
            }
            if (marks[next] == Mark::Unseen && walk(graph, next, marks, path))
                return true;
        }
    }
    marks[node] = Mark::Done;
    path.pop_back();
    return false;
}

} // namespace

fs::path repositoryRoot()
{
    return LYNCEUS_SOURCE_DIR;
}

std::string readText(const std::string &pathFromRoot)
{
    std::ifstream file(repositoryRoot() / pathFromRoot);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

SourceFile parseSource(const std::string &path, const std::string &text, const std::set<std::string> &exists)
{
    static const std::regex include(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re");
    SourceFile file{.path = path, .lines = {}, .code = {}, .ownIncludes = {}, .foreignIncludes = {}};
    std::istringstream stream(text);
    CodeOnly codeOnly;
    for (std::string line; std::getline(stream, line);) {
        std::smatch match;
        if (line.find("include") != std::string::npos && std::regex_search(line, match, include)) {
            const auto name = match[2].str();
            const auto beside = fs::path(path).parent_path() / name; // quoted names may be relative
            if (exists.contains(name))
                file.ownIncludes.push_back(name);
            else if (match[1] == "\"" && exists.contains(beside.generic_string()))
                file.ownIncludes.push_back(beside.generic_string());
            else
                file.foreignIncludes.push_back(name);
        }
        file.code.push_back(codeOnly(line));
        file.lines.push_back(std::move(line));
    }
    return file;
}

std::vector<SourceFile> readSources(const std::vector<std::string> &folders)
{
    std::set<std::string> paths;
    for (const auto &folder : folders) {
        if (!fs::exists(repositoryRoot() / folder))
            continue;
        for (const auto &entry : fs::recursive_directory_iterator(repositoryRoot() / folder)) {
            const auto extension = entry.path().extension();
            if (entry.is_regular_file() && (extension == ".h" || extension == ".cpp"))
                paths.insert(fs::relative(entry.path(), repositoryRoot()).generic_string());
        }
    }
    std::vector<SourceFile> files;
    files.reserve(paths.size());
    for (const auto &path : paths)
        files.push_back(parseSource(path, readText(path), paths));
    return files;
}

std::string folderOf(const std::string &path, std::size_t depth)
{
    std::size_t end = 0;
    for (std::size_t i = 0; i < depth; ++i) {
        const auto next = path.find('/', end == 0 ? 0 : end + 1);
        if (next == std::string::npos)
            break;
        end = next;
    }
    return path.substr(0, end);
}

std::vector<std::string> findCycle(const Graph &graph)
{
    std::map<std::string, Mark> marks;
    std::vector<std::string> path;
    for (const auto &[node, targets] : graph) {
        if (marks[node] == Mark::Unseen && walk(graph, node, marks, path))
            return path;
    }
    return {};
}

std::vector<std::string> longFunctions(const SourceFile &file, std::size_t limit)
{
    std::vector<std::string> found;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        if (file.lines[i] == "{")
            begin = i;
        else if (file.lines[i] == "}" && begin != 0 && i - begin - 1 > limit)
            found.push_back(file.path + ":" + std::to_string(begin) + ", " + std::to_string(i - begin - 1) + " lines");
    }
    return found;
}

std::set<std::string> classesWithMembersIn(const SourceFile &file)
{
    static const std::regex member(R"(^(?:[\w:<>,&*\s]*[\s&*])?([A-Z]\w*)::(?:~?\w+|operator[^\s(]+)\()");
    std::set<std::string> classes;
    for (const auto &line : file.code) {
        const bool isOutside = !line.empty() && std::string(" \t}/#{").find(line.front()) == std::string::npos;
        std::smatch match;
        if (isOutside && line.find("::") != std::string::npos && std::regex_search(line, match, member))
            classes.insert(match[1]);
    }
    return classes;
}

std::set<std::string> classesDefinedIn(const SourceFile &file)
{
    static const std::regex definition(R"(^(?:class|struct) (\w+)(?: final)?(?:$|[ :{].*[^;]$))");
    std::set<std::string> classes;
    for (const auto &line : file.code) {
        std::smatch match;
        if (std::regex_match(line, match, definition))
            classes.insert(match[1]);
    }
    return classes;
}

bool onlyForwards(const SourceFile &file)
{
    static const std::regex empty(R"(^\s*(#.*|namespace [\w:]+ \{|\}.*|using .*;)?\s*$)");
    return std::ranges::all_of(file.code, [](const std::string &line) { return std::regex_match(line, empty); });
}

} // namespace lynceus
