#pragma once

#include "core/replay/recordings/recordinglist.h"

namespace lynceus {

/// The part of an application that the list's `fields` selects: a tree of the names that the server knows.
class FieldProjection final
{
public:
    /// @param fields as in the query: "items.metadata.name,items.spec" or "-items.spec".
    FieldProjection(const QString &fields, RecordingServerVersion version);

    [[nodiscard]] QByteArray applied(QByteArrayView application) const;

private:
    struct Node
    {
        QByteArrayView key;
        QByteArrayView source; ///< member that the value is read from
        QByteArrayView absent; ///< written if the application lacks it; empty: omitted
        QByteArrayView wrap;   ///< the value is written as {wrap: value}
        std::vector<Node> children;
    };
    struct Field;

    static Node &child(Node &parent, QByteArrayView key);
    static void add(Node &root, const Field &field);
    static bool isLeftOut(const Node &node, QByteArrayView value);
    static void writeMember(const Node &node, QByteArrayView value, QByteArray &out);
    static void writeObject(const Node &node, QByteArrayView object, QByteArray &out);

    Node m_root;
};

} // namespace lynceus
