#include "core/domain/outline/resourceoutline.h"

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Whether it need not be shown individually.
bool isWell(const OutlineNode &node)
{
    return node.severity == 0 && !node.hook && !node.orphaned && !node.requiresPruning && node.restarts == 0;
}

struct GroupName
{
    QString group;
    QString kind;
    HealthStatus health;

    friend bool operator<(const GroupName &left, const GroupName &right)
    {
        return std::tie(left.kind, left.group, left.health) < std::tie(right.kind, right.group, right.health);
    }
};

GroupName groupOf(const OutlineNode &node)
{
    return {node.key.group, node.key.kind, node.health.status};
}

OutlineNode groupNamed(const GroupName &name)
{
    OutlineNode node;
    node.key = {name.group, name.kind, {}, {}};
    node.health.status = name.health;
    return node;
}

void addToGroup(OutlineNode &group, OutlineNode node)
{
    ++group.grouped;
    group.pods += node.pods;
    group.readyPods += node.readyPods;
    group.children.push_back(std::move(node));
}

bool matches(const OutlineNode &node, const QStringList &words)
{
    const auto reads = [&node](const QString &word) {
        const auto has = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
        return has(node.key.kind) || has(node.key.name) || has(node.key.nameSpace) || has(nameOf(node.health.status))
            || has(node.reason) || (node.sync && has(nameOf(*node.sync))) || std::ranges::any_of(node.images, has);
    };
    return std::ranges::all_of(words, reads);
}

void keepWithWords(std::vector<OutlineNode> &outline, const QStringList &words)
{
    for (auto &node : outline) {
        keepWithWords(node.children, words);
        node.hiddenRevisions = 0;
    }
    std::erase_if(outline, [&](const OutlineNode &node) { return node.children.empty() && !matches(node, words); });
}

} // namespace

void groupTheMany(std::vector<OutlineNode> &outline, int above)
{
    std::map<GroupName, OutlineNode> groups;
    for (auto &node : outline) {
        groupTheMany(node.children, above);
        if (isWell(node))
            ++groups.try_emplace(groupOf(node), groupNamed(groupOf(node))).first->second.grouped;
    }
    std::erase_if(groups, [above](const auto &group) { return group.second.grouped <= above; });
    if (groups.empty())
        return;
    for (auto &[name, group] : groups)
        group.grouped = 0;
    std::vector<OutlineNode> single;
    for (auto &node : outline) {
        const auto group = isWell(node) ? groups.find(groupOf(node)) : groups.end();
        if (group != groups.end())
            addToGroup(group->second, std::move(node));
        else
            single.push_back(std::move(node));
    }
    outline = std::move(single);
    for (auto &[name, group] : groups)
        outline.push_back(std::move(group));
}

void keepMatching(std::vector<OutlineNode> &outline, const QString &filter)
{
    if (const auto words = filter.split(u' ', Qt::SkipEmptyParts); !words.isEmpty())
        keepWithWords(outline, words);
}

} // namespace lynceus
