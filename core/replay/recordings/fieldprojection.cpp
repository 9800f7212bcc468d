#include "core/replay/recordings/fieldprojection.h"

#include "core/replay/recordings/jsonslice.h"

#include <algorithm>
#include <utility>

namespace lynceus {

using namespace Qt::StringLiterals;

struct FieldProjection::Field
{
    const char *path;        ///< as requested, without "items."
    const char *absent = ""; ///< missing value as Go writes it; empty: omitted
    RecordingServerVersion since = {2, 6};
    const char *source = nullptr; ///< another sibling that is read instead of the second last name
};

FieldProjection::FieldProjection(const QString &fields, RecordingServerVersion version)
{
    // server/application, appFields. "operation.sync" of the state really contains the result: a bug that clients rely
    // on.
    static constexpr Field kFields[] = {
        {"metadata.name", "\"\""},
        {"metadata.namespace", "\"\""},
        {"metadata.annotations", "null"},
        {"metadata.labels", "null"},
        {"metadata.creationTimestamp", "null"},
        {"metadata.deletionTimestamp", "null"},
        {"spec", "{}"},
        {"spec.destination", "", {3, 5}},
        {"spec.project", "", {3, 5}},
        {"spec.source", "", {3, 5}},
        {"spec.sources", "", {3, 5}},
        {"spec.sourceHydrator", "", {3, 5}},
        {"spec.syncPolicy", "", {3, 5}},
        {"status.sourceHydrator", "{}", {3, 2}},
        {"status.sync.status", "\"\""},
        {"status.sync.revision", "\"\"", {3, 5}},
        {"status.health", "{}"},
        {"status.summary", "{}"},
        {"status.resources", "null"},
        {"status.operationState.phase", "\"\""},
        {"status.operationState.startedAt", "null"},
        {"status.operationState.finishedAt", "null"},
        {"status.operationState.operation.sync", "null", {2, 6}, "syncResult"},
        {"operation.sync", "null"},
    };
    const bool exclude = fields.startsWith(u'-');
    const QStringList asked = fields.mid(exclude ? 1 : 0).split(u',');
    for (const Field &field : kFields) {
        const bool named = asked.contains("items."_L1 + QLatin1StringView(field.path));
        if (version >= field.since && named != exclude)
            add(m_root, field);
    }
}

FieldProjection::Node &FieldProjection::child(Node &parent, QByteArrayView key)
{
    const auto found = std::ranges::find(parent.children, key, &Node::key);
    if (found != parent.children.end())
        return *found;
    Node &node = parent.children.emplace_back();
    node.key = key;
    node.source = key;
    return node;
}

void FieldProjection::add(Node &root, const Field &field)
{
    Node *node = &root;
    for (QByteArrayView rest(field.path); !rest.isEmpty();) {
        const qsizetype dot = rest.indexOf('.');
        const QByteArrayView key = dot < 0 ? rest : rest.first(dot);
        rest = dot < 0 ? QByteArrayView() : rest.sliced(dot + 1);
        if (node != &root && node->children.empty() && !node->absent.isEmpty())
            return; // its parent is selected as a whole
        node = &child(*node, key);
        if (field.source && !rest.isEmpty() && rest.indexOf('.') < 0) {
            node->source = QByteArrayView(field.source);
            node->wrap = rest;
            rest = {};
        }
    }
    node->absent = QByteArrayView(field.absent);
}

/// Go's table omits fields of a nil pointer; status, metadata and sync are not pointers.
bool FieldProjection::isLeftOut(const Node &node, QByteArrayView value)
{
    if (!value.isEmpty())
        return false;
    if (node.children.empty())
        return node.absent.isEmpty();
    return node.key == "operation" || node.key == "operationState";
}

void FieldProjection::writeMember(const Node &node, QByteArrayView value, QByteArray &out)
{
    out += '"';
    out += node.key;
    out += "\":";
    if (!node.wrap.isEmpty())
        out += "{\"" + node.wrap.toByteArray() + "\":";
    if (!node.children.empty())
        writeObject(node, value, out);
    else
        out += value.isEmpty() ? node.absent : value;
    if (!node.wrap.isEmpty())
        out += '}';
}

void FieldProjection::writeObject(const Node &node, QByteArrayView object, QByteArray &out)
{
    std::vector<QByteArrayView> values(node.children.size());
    for (JsonWalker members(object); members.next();) {
        const auto child = std::ranges::find(node.children, members.key(), &Node::source);
        if (child != node.children.end())
            values[static_cast<std::size_t>(child - node.children.begin())] = members.value();
    }
    out += '{';
    bool first = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (isLeftOut(node.children[i], values[i]))
            continue;
        if (!std::exchange(first, false))
            out += ',';
        writeMember(node.children[i], values[i], out);
    }
    out += '}';
}

QByteArray FieldProjection::applied(QByteArrayView application) const
{
    QByteArray out;
    writeObject(m_root, application, out);
    return out;
}

} // namespace lynceus
