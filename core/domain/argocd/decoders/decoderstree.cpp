#include "core/domain/argocd/decoders/decodersread_p.h"

namespace lynceus::detail {

using namespace Qt::StringLiterals;

namespace {

struct InfoItem
{
    QString name;
    QString value;
};

bool readInfoItem(Json json, InfoItem &item)
{
    return json.fields([&](std::string_view field, Json value) {
        if (field == "name")
            return value.read(item.name);
        if (field == "value")
            return value.read(item.value);
        return true;
    });
}

/// A count; empty if the text is not a number.
std::optional<int> countFrom(QStringView text)
{
    bool isNumber = false;
    const auto count = text.toInt(&isNumber);
    return isNumber && count >= 0 ? std::optional(count) : std::nullopt;
}

/// "1/2": ready and total containers.
void takeContainers(QStringView text, ResourceNode &node)
{
    const auto slash = text.indexOf(u'/');
    if (slash < 0)
        return;
    const auto ready = countFrom(text.first(slash));
    const auto all = countFrom(text.sliced(slash + 1));
    if (!ready || !all)
        return;
    node.readyContainers = ready;
    node.containers = all;
}

/// `info` from Argo CD's controller/cache/info.go is text for display, so unknown forms are ignored.
void takeInfo(const InfoItem &item, ResourceNode &node)
{
    constexpr auto kRevisionPrefix = "Rev:"_L1;
    if (item.name == "Revision"_L1 && item.value.startsWith(kRevisionPrefix))
        node.revision = countFrom(QStringView(item.value).sliced(kRevisionPrefix.size()));
    else if (item.name == "Status Reason"_L1)
        node.statusReason = item.value;
    else if (item.name == "Containers"_L1)
        takeContainers(item.value, node);
    else if (item.name == "Restart Count"_L1)
        node.restarts = countFrom(item.value).value_or(0);
    else if (item.name == "Node"_L1)
        node.node = item.value;
}

bool readInfo(Json json, ResourceNode &node)
{
    return json.elements([&](Json element) {
        InfoItem item;
        if (!readInfoItem(element, item))
            return false;
        takeInfo(item, node);
        return true;
    });
}

/// Argo CD draws a node below its first parent; only objects with two owners have a second.
bool readParents(Json json, UnlinkedNode &unlinked)
{
    bool first = true;
    return json.elements([&](Json element) {
        if (!std::exchange(first, false))
            return true;
        return element.fields([&](std::string_view field, Json value) {
            if (field == "uid")
                return value.read(unlinked.parentUid);
            return readKeyField(field, value, unlinked.parentKey);
        });
    });
}

bool readNode(Json json, UnlinkedNode &unlinked)
{
    auto &node = unlinked.node;
    return json.fields([&](std::string_view field, Json value) {
        if (field == "version")
            return value.read(node.version);
        if (field == "uid")
            return value.read(node.uid);
        if (field == "resourceVersion")
            return value.read(node.resourceVersion);
        if (field == "health")
            return readHealth(value, node.health);
        if (field == "createdAt")
            return value.read(node.createdAt);
        if (field == "images")
            return value.read(node.images);
        if (field == "info")
            return readInfo(value, node);
        if (field == "parentRefs")
            return readParents(value, unlinked);
        return readKeyField(field, value, node.key);
    });
}

} // namespace

bool readTreeField(std::string_view field, Json json, std::vector<UnlinkedNode> &nodes)
{
    const bool orphaned = field == "orphanedNodes";
    if (!orphaned && field != "nodes")
        return true;
    return json.elements([&](Json element) {
        if (element.isNull())
            return element.fail(u"is not an object"_s);
        auto &added = nodes.emplace_back();
        added.node.orphaned = orphaned;
        return readNode(element, added);
    });
}

} // namespace lynceus::detail
