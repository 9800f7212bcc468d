#include "app/gui/releases/boardmodel.h"

// How rows get from where they are to where they belong: the part of BoardModel that emits structure.

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

std::vector<BoardModel::Wanted> BoardModel::wanted() const
{
    std::vector<const WatchRecord *> watches;
    for (const auto &[id, watch] : m_watches)
        watches.push_back(&watch);
    const auto watchNode = [](const QString &id) {
        return Wanted{{.kind = Kind::Watch, .key = u"watch "_s + id, .name = id, .children = {}, .row = {}}, {}};
    };
    std::vector<Wanted> groups;
    for (const auto &section : boardLayout(watches, time())) {
        Wanted group{{.kind = Kind::Group,
                      .key = u"group %1"_s.arg(int(section.group)),
                      .name = {},
                      .group = section.group,
                      .children = {},
                      .row = {}},
                     {}};
        for (const auto &entry : section.entries) {
            if (entry.release.isEmpty()) {
                group.children.push_back(watchNode(entry.watches.front()));
                continue;
            }
            Wanted release{{.kind = Kind::Release,
                            .key = u"release "_s + entry.release,
                            .name = entry.release,
                            .children = {},
                            .row = {}},
                           {}};
            for (const auto &id : entry.watches)
                release.children.push_back(watchNode(id));
            group.children.push_back(std::move(release));
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

void BoardModel::flush()
{
    m_soon.stop();
    const auto layout = wanted();
    arrange(0, layout);
    removeLeftovers(0, layout);
    refreshRows(0);
    Q_EMIT applied();
}

/// From the front: what stands at a row after its turn stays there, what is not wanted gathers at the end.
void BoardModel::arrange(Id parent, const std::vector<Wanted> &wanted)
{
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        place(parent, int(row), wanted[row]);
        arrange(m_ids.value(wanted[row].node.key), wanted[row].children);
    }
}

void BoardModel::place(Id parent, int row, const Wanted &wanted)
{
    const auto known = m_ids.constFind(wanted.node.key);
    auto &siblings = m_nodes.at(parent).children;
    if (known == m_ids.constEnd()) {
        const auto id = ++m_lastId;
        beginInsertRows(indexOf(parent), row, row);
        siblings.insert(siblings.begin() + row, id);
        auto node = wanted.node;
        node.parent = parent;
        m_ids.insert(node.key, id);
        auto &inserted = m_nodes.insert_or_assign(id, std::move(node)).first->second;
        inserted.row = rowOf(inserted);
        endInsertRows();
        return;
    }
    const auto id = *known;
    const auto from = m_nodes.at(id).parent;
    const int fromRow = rowOf(id);
    if (from == parent && fromRow == row)
        return;
    beginMoveRows(indexOf(from), fromRow, fromRow, indexOf(parent), row);
    auto &left = m_nodes.at(from).children;
    left.erase(left.begin() + fromRow);
    siblings.insert(siblings.begin() + row, id);
    m_nodes.at(id).parent = parent;
    endMoveRows();
}

void BoardModel::removeLeftovers(Id parent, const std::vector<Wanted> &wanted)
{
    for (const auto &entry : wanted)
        removeLeftovers(m_ids.value(entry.node.key), entry.children);
    auto &children = m_nodes.at(parent).children;
    const auto kept = wanted.size();
    if (children.size() == kept)
        return;
    beginRemoveRows(indexOf(parent), int(kept), int(children.size()) - 1);
    const std::vector<Id> gone(children.begin() + int(kept), children.end());
    children.resize(kept);
    for (const auto id : gone)
        forget(id);
    endRemoveRows();
}

void BoardModel::forget(Id id)
{
    const auto children = m_nodes.at(id).children;
    for (const auto child : children)
        forget(child);
    m_ids.remove(m_nodes.at(id).key);
    m_nodes.erase(id);
}

namespace {

QList<int> rolesThatDiffer(const BoardRow &before, const BoardRow &after)
{
    QList<int> roles;
    const auto add = [&roles](bool differs, std::initializer_list<int> touched) {
        if (differs)
            roles.append(touched);
    };
    add(before.name != after.name, {Qt::DisplayRole});
    add(before.instance != after.instance, {BoardModel::InstanceRole});
    add(before.versions != after.versions, {BoardModel::VersionsRole});
    add(before.marks != after.marks, {BoardModel::MarksRole});
    add(before.pods != after.pods, {BoardModel::PodsRole});
    add(before.sentence != after.sentence, {BoardModel::SentenceRole, Qt::ToolTipRole});
    add(before.role != after.role || before.stateWord != after.stateWord, {BoardModel::StateRoleRole});
    add(before.over != after.over, {BoardModel::OverRole, BoardModel::TimeRole});
    if (!roles.isEmpty())
        roles.append(Qt::AccessibleTextRole);
    return roles;
}

} // namespace

void BoardModel::refreshRows(Id parent)
{
    const auto children = m_nodes.at(parent).children;
    int first = -1; // of the span of siblings that changed in the same roles
    QList<int> spanRoles;
    const auto endSpan = [&](int end) {
        if (first >= 0 && !spanRoles.isEmpty())
            Q_EMIT dataChanged(indexOf(children[std::size_t(first)]), indexOf(children[std::size_t(end) - 1]),
                               spanRoles);
        first = -1;
    };
    for (int row = 0; row < int(children.size()); ++row) {
        auto &node = m_nodes.at(children[std::size_t(row)]);
        auto now = rowOf(node);
        const auto roles = rolesThatDiffer(node.row, now);
        node.row = std::move(now);
        if (first < 0 || roles != spanRoles) {
            endSpan(row);
            first = row;
            spanRoles = roles;
        }
    }
    endSpan(int(children.size()));
    for (const auto child : children)
        refreshRows(child);
}

} // namespace lynceus
