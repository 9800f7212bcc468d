#include "tests/layers/findings.h"
#include "tests/layers/rules.h"
#include "tests/layers/sourcetree.h"

#include <algorithm>
#include <iostream>
#include <regex>

#include <gtest/gtest.h>

namespace lynceus {

namespace {

constexpr std::size_t kFileLines = 500;    // a longer one may need a class extracted; reported only
constexpr std::size_t kJsonUnits = 10;     // translation units; each takes up to 30 s under sanitizers
constexpr std::size_t kFunctionLines = 40; // functions should fit on a screen; reported only

bool isBelow(const std::string &path, const std::string &folder)
{
    return path.starts_with(folder + "/");
}

template<typename Where>
void checkFor(const ForbiddenWord &word, Where &&where, Findings &findings)
{
    const std::regex expression(word.expression);
    for (const auto &file : product()) {
        for (std::size_t i = 0; where(file) && i < file.code.size(); ++i) {
            const auto &line = file.code[i];
            const bool worth = std::any_of(word.needles.begin(), word.needles.end(), [&](const std::string &needle) {
                return line.find(needle) != std::string::npos;
            });
            if (worth && std::regex_search(line, expression))
                findings.add(file.path,
                             "line " + std::to_string(i + 1) + " uses " + word.meaning + ": " + file.lines[i]);
        }
    }
}

} // namespace

TEST(Layers, SourcesAreFound)
{
    EXPECT_GT(product().size(), 30U);
    for (const auto &layer : layers()) {
        EXPECT_TRUE(std::any_of(product().begin(), product().end(), [&](const SourceFile &file) {
            return isBelow(file.path, layer.folder);
        })) << layer.folder;
    }
}

TEST(Layers, DependenciesPointDownOnly)
{
    Findings findings("arrows");
    for (const auto &file : product()) {
        const auto layer = std::find_if(layers().begin(), layers().end(),
                                        [&](const Layer &candidate) { return isBelow(file.path, candidate.folder); });
        if (layer == layers().end()) {
            EXPECT_TRUE(file.path == "app/main.cpp" || file.path == "app/windowmain.cpp")
                << file.path << " belongs to no layer";
            continue;
        }
        for (const auto &include : file.ownIncludes) {
            const bool allowed = std::any_of(layer->mayInclude.begin(), layer->mayInclude.end(),
                                             [&](const std::string &folder) { return isBelow(include, folder); });
            if (!allowed)
                findings.add(file.path, "includes " + include + ", which is not below " + layer->folder);
        }
    }
}

TEST(Layers, EveryQuotedIncludeIsAProjectFile)
{
    for (const auto &file : product()) {
        for (const auto &include : file.foreignIncludes) {
            EXPECT_FALSE(include.ends_with(".moc")
                             ? false
                             : std::any_of(file.lines.begin(), file.lines.end(),
                                           [&](const std::string &line) {
                                               return line.starts_with("#include \"")
                                                   && line.find('"' + include + '"') != std::string::npos;
                                           }))
                << file.path << " includes \"" << include
                << "\", which is not in the repository; use <> for external headers";
        }
    }
}

TEST(Layers, DomainIncludesOnlyValues)
{
    Findings findings("domain-includes");
    for (const auto &file : product()) {
        if (!isBelow(file.path, "core/domain"))
            continue;
        for (const auto &include : file.foreignIncludes) {
            const bool qt = include.starts_with("Q");
            const bool library = include.find('/') != std::string::npos || include.ends_with(".h");
            if (qt && !domainQtHeaders().contains(include))
                findings.add(file.path, "includes <" + include + ">: domain takes only Qt's value types");
            else if (library && include != "simdjson.h" && include != "tl/expected.hpp")
                findings.add(file.path, "includes <" + include + ">: domain takes Qt Core, simdjson and tl::expected");
            else if (domainForbiddenHeaders().contains(include))
                findings.add(file.path, "includes <" + include + ">: domain has no I/O, no clock and no threads");
        }
    }
}

TEST(Layers, DomainHasNoSideEffects)
{
    Findings findings("domain-pure");
    for (const auto &word : domainForbiddenWords())
        checkFor(
            word, [](const SourceFile &file) { return isBelow(file.path, "core/domain"); }, findings);
}

TEST(Layers, OnlyTheClockReadsTheTime)
{
    static const ForbiddenWord clock{
        {"clock::now", "current"},
        R"(_clock::now\b|\bcurrent(DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch)\s*\()",
        "a clock of its own instead of a Clock"};
    Findings findings("clock");
    checkFor(
        clock, [](const SourceFile &file) { return file.path != "core/io/clock.cpp"; }, findings);
}

TEST(Layers, NoNestedEventLoops)
{
    static const ForbiddenWord nested{
        {"QEventLoop", "processEvents", "waitFor"},
        R"(\b(QEventLoop|processEvents|waitFor(Finished|ReadyRead|Connected|BytesWritten|Disconnected|Encrypted))\b)",
        "a nested or blocked event loop"};
    Findings findings("event-loop");
    checkFor(
        nested, [](const SourceFile &) { return true; }, findings);
}

TEST(Layers, WindowShowsForeignTextAsPlainText)
{
    Findings findings("plain-text");
    for (const auto &word : windowForbiddenWords()) {
        checkFor(
            word, [](const SourceFile &file) { return isBelow(file.path, "app/gui"); }, findings);
    }
}

// Qt does not mirror margins: text would overlap with what is painted at the leading side.
TEST(Layers, MarginsThatDifferAtBothSidesAreMirrored)
{
    static const ForbiddenWord uneven{{"setContentsMargins"},
                                      R"(setContentsMargins\(\s*([^,]+),[^,]+,(?!\s*\1\s*,))",
                                      "margins that are not mirrored instead of setLeadingMargins()"};
    Findings findings("mirrored-margins");
    checkFor(
        uneven, [](const SourceFile &file) { return isBelow(file.path, "app/gui"); }, findings);
}

TEST(Layers, SocketsAreOpenedInTheNetworkLayerOnly)
{
    static const ForbiddenWord sockets{
        {"QNetworkAccessManager", "QTcp", "QUdpSocket", "QSslSocket", "sys/socket.h"},
        R"(\b(QNetworkAccessManager|QTcpSocket|QTcpServer|QUdpSocket|QSslSocket(?!::ssl|>))\b|<sys/socket\.h>)",
        "a connection that bypasses the allow-list of core/io; only the replay server has its own listener"};
    Findings findings("sockets");
    checkFor(
        sockets,
        [](const SourceFile &file) { return !isBelow(file.path, "core/io") && !isBelow(file.path, "core/replay"); },
        findings);
}

TEST(Layers, CommandLineLibraryIsBehindOneWrapper)
{
    std::set<std::string> users;
    for (const auto &file : product()) {
        for (const auto &include : file.foreignIncludes) {
            if (include.starts_with("CLI/"))
                users.insert(file.path);
        }
    }
    EXPECT_LE(users.size(), 1U) << "CLI11 takes seconds in each file: only the wrapper includes it, not also "
                                << *users.rbegin();
}

TEST(Layers, ZlibIsBehindOneWrapper)
{
    Findings findings("zlib");
    for (const auto &file : product()) {
        for (const auto &include : file.foreignIncludes) {
            if (include == "zlib.h" && !file.path.starts_with("core/io/compression/"))
                findings.add(file.path, "includes <zlib.h>: Inflater and Deflater of core/io/compression do it");
        }
    }
}

TEST(Layers, JsonLibraryStaysInFewFiles)
{
    Findings findings("nlohmann");
    for (const auto &file : product()) {
        for (const auto &include : file.foreignIncludes) {
            if (include.starts_with("nlohmann/"))
                findings.add(file.path, "includes <" + include + ">: up to 30 s under sanitizers");
        }
    }
}

TEST(Layers, JsonLibraryReachesFewTranslationUnits)
{
    std::map<std::string, const SourceFile *> byPath;
    for (const auto &file : product())
        byPath[file.path] = &file;
    const auto hasJson = [](const SourceFile &file) {
        return std::any_of(file.foreignIncludes.begin(), file.foreignIncludes.end(),
                           [](const std::string &include) { return include.starts_with("nlohmann/json.hpp"); });
    };
    std::vector<std::string> units;
    for (const auto &file : product()) {
        std::set<std::string> seen;
        std::vector<std::string> open{file.path};
        bool reached = false;
        while (!open.empty() && !reached) {
            const auto path = open.back();
            open.pop_back();
            if (!seen.insert(path).second)
                continue;
            reached = hasJson(*byPath.at(path));
            open.insert(open.end(), byPath.at(path)->ownIncludes.begin(), byPath.at(path)->ownIncludes.end());
        }
        if (reached && file.path.ends_with(".cpp"))
            units.push_back(file.path);
    }
    EXPECT_LE(units.size(), kJsonUnits) << testing::PrintToString(units);
}

TEST(Layers, NoCycleBetweenFiles)
{
    Graph graph;
    for (const auto &file : product())
        graph[file.path].insert(file.ownIncludes.begin(), file.ownIncludes.end());
    EXPECT_EQ(findCycle(graph), std::vector<std::string>());
}

TEST(Layers, NoCycleBetweenFolders)
{
    Graph graph;
    for (const auto &file : product()) {
        const auto from = folderOf(file.path, 3);
        for (const auto &include : file.ownIncludes) {
            const auto to = folderOf(include, 3);
            // A layer's top folder may use its subfolders and be used by them.
            if (from != to && !isBelow(from, to) && !isBelow(to, from))
                graph[from].insert(to);
        }
    }
    EXPECT_EQ(findCycle(graph), std::vector<std::string>());
}

// The linker treats two types with the same name as one and picks either constructor: memory is overwritten without a
// compiler error.
TEST(Layers, NoTwoTypesShareAName)
{
    static const std::regex definition(R"(^(?:struct|class|enum class) (\w+)(?: final)?(?: ?:(?!:).*)?(?: ?\{.*)?$)");
    std::map<std::string, std::string> places;
    for (const auto &file : product()) {
        std::string space = "lynceus";
        for (const auto &line : file.lines) {
            if (line.starts_with("namespace "))
                space = line.find('{') == 10 ? file.path : line.substr(10); // an unnamed namespace is local to its file
            else if (line.starts_with("} // namespace"))
                space = "lynceus";
            std::smatch match;
            if (!std::regex_match(line, match, definition))
                continue;
            const auto [known, isNew] = places.emplace(space + "::" + match[1].str(), file.path);
            EXPECT_TRUE(isNew || known->second == file.path) // one of them may be for another system
                << match[1] << " is defined in " << known->second << " and in " << file.path;
        }
    }
    EXPECT_GT(places.size(), 300U);
}

TEST(Layers, ExceptionsNameFilesThatExistAndAReason)
{
    for (const auto &exception : exceptions()) {
        EXPECT_TRUE(std::filesystem::exists(repositoryRoot() / exception.path)) << exception.path;
        EXPECT_GT(exception.reason.size(), 20U) << exception.path;
    }
}

// Reported only: length is a hint, and a failing test would lead to bad splits.
TEST(Layers, ReportsLongFilesAndFunctions)
{
    for (const auto &file : readSources({"app", "core", "tests"})) {
        if (file.lines.size() > kFileLines)
            std::cout << "long file: " << file.path << ", " << file.lines.size() << " lines\n";
        for (const auto &function : longFunctions(file, kFunctionLines))
            std::cout << "long function: " << function << "\n";
    }
}

} // namespace lynceus
