#include "tests/layers/sourcetree.h"

#include <algorithm>
#include <cctype>
#include <regex>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lynceus {

namespace fs = std::filesystem;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

namespace {

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

/// The first block between ``` after the heading.
std::vector<std::string> blockAfter(const std::string &text, const std::string &heading)
{
    const auto lines = linesOf(text);
    auto line = std::find(lines.begin(), lines.end(), heading);
    line = std::find_if(line, lines.end(), [](const std::string &each) { return each.starts_with("```"); });
    if (line == lines.end())
        return {};
    return {line + 1, std::find(line + 1, lines.end(), "```")};
}

/// The folders in the diagram of the source tree, with their paths.
std::set<std::string> drawnFolders()
{
    static const std::regex folder(R"(^( *)([a-z]+)/(\s.*)?$)");
    std::set<std::string> paths;
    std::vector<std::string> path;
    for (const auto &line : blockAfter(readText("CONTRIBUTING.md"), "## Source tree")) {
        std::smatch match;
        if (!std::regex_match(line, match, folder)) {
            ADD_FAILURE() << "this line of the picture is no folder: " << line;
            continue;
        }
        path.resize(static_cast<std::size_t>(match[1].length()) / 2);
        path.push_back(match[2]);
        std::string joined;
        for (const auto &part : path)
            joined += (joined.empty() ? "" : "/") + part;
        paths.insert(joined);
    }
    return paths;
}

std::set<std::string> split(const std::string &text, const std::regex &separator)
{
    std::set<std::string> parts(std::sregex_token_iterator(text.begin(), text.end(), separator, -1), {});
    parts.erase("");
    return parts;
}

/// target → linked targets, from the CMake file.
Graph linksInCMake()
{
    static const std::regex link(R"(target_link_libraries\((lynceus[\w-]*)\s+([^)]*)\))");
    const auto text = readText("CMakeLists.txt");
    Graph links;
    for (auto match = std::sregex_iterator(text.begin(), text.end(), link); match != std::sregex_iterator(); ++match) {
        auto names = split((*match)[2], std::regex(R"(\s+)"));
        names.erase("PUBLIC");
        names.erase("PRIVATE");
        names.erase("INTERFACE");
        links[(*match)[1]].merge(names);
    }
    return links;
}

/// target → linked targets, from the table in CONTRIBUTING.
Graph linksInTable()
{
    static const std::regex row(R"(^\| `(lynceus[\w-]*)` \| ([^|]+) \| ([^|]+) \|$)");
    Graph links;
    for (const auto &line : linesOf(readText("CONTRIBUTING.md"))) {
        std::smatch match;
        if (std::regex_match(line, match, row))
            links[match[1]] = split(match[3], std::regex(R"(,\s*)"));
    }
    return links;
}

/// SignInNeeded → sign-in-needed: the rule for stable names.
std::string kebab(const std::string &name)
{
    std::string text;
    for (const char letter : name) {
        const bool upper = letter >= 'A' && letter <= 'Z';
        if (upper && !text.empty())
            text += '-';
        text += upper ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return text;
}

/// The enumerators of all enums in a header, with the enum's line to distinguish them.
std::vector<std::string> enumerators(const std::string &path)
{
    std::string code;
    for (const auto &line : parseSource(path, readText(path), {}).code)
        code += line + "\n";
    static const std::regex body(R"(enum class \w+\s*\{([^}]*)\})");
    std::vector<std::string> names;
    for (auto match = std::sregex_iterator(code.begin(), code.end(), body); match != std::sregex_iterator(); ++match) {
        for (const auto &name : split((*match)[1], std::regex(R"([\s,]+)")))
            names.push_back(name);
    }
    return names;
}

/// "Suite.Test" of every enabled test; a disabled test proves nothing.
std::set<std::string> namesOfTests()
{
    static const std::regex test(R"((^|\n)TEST(_F|_P)?\(\s*(\w+),\s*(\w+)\))");
    std::set<std::string> names;
    for (const auto &entry : fs::recursive_directory_iterator(repositoryRoot() / "tests")) {
        if (entry.path().extension() != ".cpp")
            continue;
        const auto text = readText(fs::relative(entry.path(), repositoryRoot()).generic_string());
        for (auto match = std::sregex_iterator(text.begin(), text.end(), test); match != std::sregex_iterator();
             ++match) {
            if (!(*match)[4].str().starts_with("DISABLED_"))
                names.insert((*match)[3].str() + "." + (*match)[4].str());
        }
    }
    return names;
}

/// The items of the list below a heading, each with its continuation lines.
std::vector<std::string> itemsAfter(const std::string &text, const std::string &heading)
{
    std::vector<std::string> items;
    const auto lines = linesOf(text);
    auto line = std::find(lines.begin(), lines.end(), heading);
    if (line == lines.end())
        return items;
    for (++line; line != lines.end() && !line->starts_with("## "); ++line) {
        if (line->starts_with("- "))
            items.push_back(*line);
        else if (line->starts_with("  ") && !items.empty())
            items.back() += "\n" + *line;
    }
    return items;
}

std::set<std::string> commandsOfDev()
{
    static const std::regex command(R"(^    ([a-z-]+)( \| [^)]*)?\) .*;;$)");
    std::set<std::string> commands;
    for (const auto &line : linesOf(readText("dev"))) {
        std::smatch match;
        if (std::regex_match(line, match, command))
            commands.insert(match[1]);
    }
    return commands;
}

/// All pages that are written by hand.
std::vector<std::string> pages()
{
    std::vector<std::string> paths;
    for (const auto &folder : {".", "docs", "docs/decisions"}) {
        for (const auto &entry : fs::directory_iterator(repositoryRoot() / folder)) {
            if (entry.path().extension() == ".md")
                paths.push_back(
                    fs::path(folder).append(entry.path().filename().string()).lexically_normal().generic_string());
        }
    }
    return paths;
}

/// The settings of a unit that a page's table explains.
std::set<std::string> settingsThatAPageExplains(const std::string &page)
{
    static const std::regex row(R"(^\| `([A-Za-z]+=[^`]*)` \| .+ \|$)");
    std::set<std::string> settings;
    for (const auto &line : linesOf(readText(page))) {
        std::smatch match;
        if (std::regex_match(line, match, row))
            settings.insert(match[1]);
    }
    return settings;
}

/// The settings in a unit's [Service], except what is started, when, and with which files.
std::set<std::string> restrictionsOf(const std::string &unit)
{
    static const std::regex other(
        R"(^(Type|ExecStart|Restart\w*|TimeoutStopSec|Environment\w*|LoadCredential|StateDirectory\w*)=.*)");
    std::set<std::string> settings;
    bool isService = false;
    for (const auto &line : linesOf(readText(unit))) {
        if (line.starts_with('['))
            isService = line == "[Service]";
        else if (isService && !line.empty() && !line.starts_with('#') && !std::regex_match(line, other))
            settings.insert(line);
    }
    return settings;
}

} // namespace

TEST(Docs, FolderTreeShowsEveryFolderOfTheProduct)
{
    const auto drawn = drawnFolders();
    for (const auto &folder : drawn)
        EXPECT_TRUE(fs::is_directory(repositoryRoot() / folder)) << folder << " is drawn but does not exist";
    std::set<std::string> missing;
    for (const auto &file : readSources({"app", "core"})) {
        const auto folder = folderOf(file.path, 3);
        if (!drawn.contains(folder))
            missing.insert(folder);
    }
    EXPECT_THAT(missing, IsEmpty());
}

TEST(Docs, TargetTableMatchesCMake)
{
    auto expected = linksInTable();
    ASSERT_THAT(expected, Not(IsEmpty()));
    EXPECT_EQ(linksInCMake(), expected);
}

TEST(Docs, EveryNameOfAVerdictIsExplained)
{
    const auto page = readText("docs/verdicts.md");
    const auto names = enumerators("core/domain/rollout/verdict/verdict.h");
    ASSERT_THAT(names, SizeIs(testing::Ge(60U))); // stages, outcomes, blockers, causes, notes
    for (const auto &name : names)
        EXPECT_NE(page.find("\n| `" + kebab(name) + "` |"), std::string::npos)
            << kebab(name) << " has no row in docs/verdicts.md";
}

TEST(Docs, ManPageListsEveryCauseBlockerAndNote)
{
    const auto page = readText("resources/manpage.in");
    const auto names = enumerators("core/domain/rollout/verdict/verdict.h");
    const std::set<std::string> elsewhere{"none",    "noticed",        "applied",  "rolling",   "running",    "stable",
                                          "waiting", "deployed",       "failed",   "timed-out", "superseded", "aborted",
                                          "gone",    "sign-in-needed", "cancelled"}; // stages and outcomes
    for (const auto &name : names) {
        auto escaped = kebab(name);
        if (elsewhere.contains(escaped))
            continue;
        for (auto at = escaped.find('-'); at != std::string::npos; at = escaped.find('-', at + 2))
            escaped.insert(at, 1, '\\');
        EXPECT_TRUE(page.find(" " + escaped + ",") != std::string::npos
                    || page.find(" " + escaped + ".") != std::string::npos)
            << escaped << " is not in resources/manpage.in";
    }
}

TEST(Docs, ApiDescriptionListsEveryVerdictName)
{
    const auto description = readText("resources/serve/openapi.json");
    for (const auto &name : enumerators("core/domain/rollout/verdict/verdict.h"))
        EXPECT_NE(description.find('"' + kebab(name) + '"'), std::string::npos) << kebab(name);
}

TEST(Docs, EveryFaultIsExplained)
{
    const auto page = readText("docs/recordings.md");
    const auto names = enumerators("core/replay/faults/fault.h");
    ASSERT_THAT(names, Not(IsEmpty()));
    for (const auto &name : names)
        EXPECT_NE(page.find("\n| `" + kebab(name) + "` |"), std::string::npos)
            << kebab(name) << " has no row in docs/recordings.md";
}

TEST(Docs, EveryExplainedNameExists)
{
    const auto names = enumerators("core/domain/rollout/verdict/verdict.h");
    std::set<std::string> known;
    for (const auto &name : names)
        known.insert(kebab(name));
    static const std::regex row(R"(^\| `([a-z-]+)` \|.*)");
    for (const auto &line : linesOf(readText("docs/verdicts.md"))) {
        std::smatch match;
        if (std::regex_match(line, match, row))
            EXPECT_THAT(known, Contains(match[1].str()));
    }
}

TEST(Docs, CommandsOfDevThatPagesNameExist)
{
    const auto commands = commandsOfDev();
    ASSERT_THAT(commands, Contains("test"));
    static const std::regex call(R"(\./dev ([a-z]+(?:-[a-z]+)*))");
    const auto help = readText("dev");
    for (const auto &command : commands)
        EXPECT_NE(help.find("\n  " + command + " "), std::string::npos) << command << " is missing in ./dev help";
    for (const auto &page : pages()) {
        const auto text = readText(page);
        for (auto match = std::sregex_iterator(text.begin(), text.end(), call); match != std::sregex_iterator();
             ++match)
            EXPECT_THAT(commands, Contains((*match)[1].str())) << page;
    }
}

TEST(Docs, CommandsAndOptionsThatPagesNameExist)
{
    static const std::regex command(R"(lynceus ([a-z]+)\b)");
    static const std::regex option(R"((^|[^-\w])(--[a-z][a-z-]+))");
    static const std::regex foreign(R"(cmake|curl|apt-get|\./dev)"); // lines about options of other programs
    std::string table;
    for (const auto &file : readSources({"app/cli/options"}))
        table += readText(file.path);
    for (const auto &page : {"README.md", "SECURITY.md", "CHANGELOG.md", "docs/verdicts.md", "docs/recordings.md"}) {
        for (const auto &line : linesOf(readText(page))) {
            for (auto match = std::sregex_iterator(line.begin(), line.end(), command); match != std::sregex_iterator();
                 ++match)
                EXPECT_TRUE(table.find('"' + (*match)[1].str() + '"') != std::string::npos
                            || table.find('"' + (*match)[1].str() + ' ') != std::string::npos)
                    << page << ": " << line;
            if (std::regex_search(line, foreign))
                continue;
            for (auto match = std::sregex_iterator(line.begin(), line.end(), option); match != std::sregex_iterator();
                 ++match)
                EXPECT_NE(table.find('"' + (*match)[2].str() + '"'), std::string::npos) << page << ": " << line;
        }
    }
}

TEST(Docs, ReadmeListsTheExitCodesOfWait)
{
    static const std::regex row(R"(^\| (\d+) \| ([a-z ]+).*\|$)");
    std::set<std::string> codes;
    for (const auto &line : linesOf(readText("README.md"))) {
        std::smatch match;
        if (std::regex_match(line, match, row))
            codes.insert(match[1]);
    }
    const auto header = readText("app/cli/exitcodes.h");
    static const std::regex constant(R"(= (\d+)[,;])");
    std::set<std::string> defined;
    for (auto match = std::sregex_iterator(header.begin(), header.end(), constant); match != std::sregex_iterator();
         ++match)
        defined.insert((*match)[1]);
    EXPECT_EQ(codes, defined);
}

TEST(Docs, EverySecurityGuaranteeNamesExistingTests)
{
    const auto tests = namesOfTests();
    static const std::regex quoted("`([A-Za-z]\\w*)\\.([A-Z]\\w*)`");
    static const std::regex script("`((\\.ci|tests)/[\\w./-]+)`");
    int promises = 0;
    for (const auto &promise : itemsAfter(readText("SECURITY.md"), "## What Lynceus promises")) {
        ++promises;
        int proofs = 0;
        for (auto match = std::sregex_iterator(promise.begin(), promise.end(), quoted); match != std::sregex_iterator();
             ++match, ++proofs)
            EXPECT_TRUE(tests.contains((*match)[1].str() + "." + (*match)[2].str()))
                << match->str() << " in " << promise;
        for (auto match = std::sregex_iterator(promise.begin(), promise.end(), script); match != std::sregex_iterator();
             ++match, ++proofs)
            EXPECT_TRUE(fs::is_regular_file(repositoryRoot() / (*match)[1].str())) << promise;
        EXPECT_GT(proofs, 0) << "names no test: " << promise;
    }
    EXPECT_GE(promises, 10);
}

TEST(Packaging, ServiceIsRestrictedAsDocumented)
{
    const auto restricting = restrictionsOf("packaging/lynceus.service.in");
    EXPECT_EQ(restricting, settingsThatAPageExplains("docs/service.md"));
    for (const auto *needed : {"NoNewPrivileges=yes", "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK",
                               "RestrictSUIDSGID=yes", "LimitCORE=0"})
        EXPECT_TRUE(restricting.contains(needed)) << needed;
    EXPECT_TRUE(
        std::ranges::any_of(restricting, [](const std::string &line) { return line.starts_with("MemoryMax="); }));
}

TEST(Packaging, TeamServerIsRestrictedAsDocumented)
{
    const auto restricting = restrictionsOf("packaging/serve/lynceus-serve.service.in");
    EXPECT_EQ(restricting, settingsThatAPageExplains("docs/serve-unit.md"));
    for (const auto *needed :
         {"DynamicUser=yes", "CapabilityBoundingSet=", "NoNewPrivileges=yes", "ProtectSystem=strict",
          "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6", "SystemCallFilter=@system-service", "LimitCORE=0"})
        EXPECT_TRUE(restricting.contains(needed)) << needed;
}

TEST(Docs, TroubleshootingQuotesTheProgramsMessages)
{
    std::string sources;
    for (const auto &file : readSources({"app", "core"}))
        sources += readText(file.path);
    static const std::regex heading("\n### `([^`]+)`");
    const auto page = readText("docs/guide/troubleshooting.md");
    int messages = 0;
    for (auto match = std::sregex_iterator(page.begin(), page.end(), heading); match != std::sregex_iterator();
         ++match, ++messages) {
        for (const auto &part : split((*match)[1], std::regex(" ?… ?")))
            EXPECT_NE(sources.find(part), std::string::npos) << part;
    }
    EXPECT_GE(messages, 20);
}

TEST(Docs, LinksBetweenPagesResolve)
{
    static const std::regex link(R"(\]\(([^)#:\s]+)(#[^)]*)?\))");
    for (const auto &page : pages()) {
        const auto text = readText(page);
        for (auto match = std::sregex_iterator(text.begin(), text.end(), link); match != std::sregex_iterator();
             ++match)
            EXPECT_TRUE(fs::exists((repositoryRoot() / page).parent_path() / (*match)[1].str()))
                << page << " → " << (*match)[1];
    }
}

// Each function in the walks of docs/architecture.md must be defined or declared in a file that is linked in the same
// paragraph.
TEST(Docs, WalkthroughsNameExistingFilesAndFunctions)
{
    static const std::regex link(R"(\]\(\.\./((?:app|core)/[\w./]+\.(?:cpp|h))\))");
    static const std::regex code(R"(`(?:(\w+)::)?([A-Za-z]\w*)`)");
    const auto page = readText("docs/architecture.md");
    const auto begin = page.find("## Four walks\n");
    ASSERT_NE(begin, std::string::npos);
    const auto walks = page.substr(begin, page.find("\n## ", begin + 1) - begin);
    int paragraphs = 0;
    int functions = 0;
    std::size_t at = 0;
    while (at < walks.size()) {
        const auto end = std::min(walks.find("\n\n", at), walks.size());
        const auto paragraph = walks.substr(at, end - at);
        at = end + 2;
        if (paragraph.find("**") != 0)
            continue;
        ++paragraphs;
        std::string sources;
        for (auto match = std::sregex_iterator(paragraph.begin(), paragraph.end(), link);
             match != std::sregex_iterator(); ++match) {
            ASSERT_TRUE(fs::is_regular_file(repositoryRoot() / (*match)[1].str())) << (*match)[1];
            sources += readText((*match)[1]);
        }
        for (auto match = std::sregex_iterator(paragraph.begin(), paragraph.end(), code);
             match != std::sregex_iterator(); ++match) {
            const auto name = (*match)[2].str();
            const auto needle =
                (*match)[1].matched && std::islower(static_cast<unsigned char>(name.front())) != 0 ? name + "(" : name;
            EXPECT_NE(sources.find(needle), std::string::npos) << (*match)[0] << " is in none of the linked files";
            ++functions;
        }
    }
    EXPECT_EQ(paragraphs, 4);
    EXPECT_GE(functions, 20);
}

TEST(Docs, FilesThatPagesNameExist)
{
    static const std::regex path(R"(`((app|core|tests|docs|cmake)/[a-z/]+(\.[a-z]+)?)`)");
    for (const auto &page : pages()) {
        const auto text = readText(page);
        for (auto match = std::sregex_iterator(text.begin(), text.end(), path); match != std::sregex_iterator();
             ++match)
            EXPECT_TRUE(fs::exists(repositoryRoot() / (*match)[1].str())) << page << " names " << (*match)[1];
    }
}

} // namespace lynceus
