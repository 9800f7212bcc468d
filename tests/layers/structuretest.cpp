#include "tests/layers/findings.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

namespace lynceus {

namespace {

constexpr std::size_t kMostFiles = 25; // files in a folder
constexpr std::size_t kFewestFiles = 2;

} // namespace

// One class, one header, one .cpp: splitting a class over files does not make it shorter.
TEST(Structure, NoClassIsDefinedInTwoSources)
{
    std::set<std::string> ours;
    for (const auto &file : product()) {
        if (file.path.ends_with(".h"))
            ours.merge(classesDefinedIn(file));
    }
    EXPECT_GT(ours.size(), 500U);
    std::map<std::string, std::set<std::string>> sources;
    for (const auto &file : product()) {
        if (!file.path.ends_with(".cpp"))
            continue;
        for (const auto &name : classesWithMembersIn(file)) {
            if (ours.contains(name))
                sources[name].insert(file.path);
        }
    }
    EXPECT_GT(sources.size(), 200U);
    Findings findings("one-source");
    for (const auto &[name, paths] : sources) {
        for (auto path = std::next(paths.begin()); path != paths.end(); ++path)
            findings.add(*path, "defines members of " + name + ", as " + *paths.begin() + " does");
    }
}

TEST(Structure, NoFolderIsTooLargeOrTooSmall)
{
    std::map<std::string, std::size_t> counts;
    for (const auto &file : product())
        ++counts[file.path.substr(0, file.path.rfind('/'))];
    Findings findings("folder-size");
    for (const auto &[folder, count] : counts) {
        if (count > kMostFiles || count < kFewestFiles)
            findings.add(folder,
                         "has " + std::to_string(count) + " files instead of " + std::to_string(kFewestFiles) + " to "
                             + std::to_string(kMostFiles));
    }
}

TEST(Structure, NoHeaderOnlyForwards)
{
    Findings findings("forwarding");
    for (const auto &file : product()) {
        if (file.path.ends_with(".h") && onlyForwards(file))
            findings.add(file.path, "only includes others: include those where it is included");
    }
}

} // namespace lynceus
