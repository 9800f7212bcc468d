#include "core/engine/watch/treefeed.h"

namespace lynceus {

TreeFeed::TreeFeed(const InstanceAccess &access, const Clock &clock, const ApplicationKey &key, const QString &project,
                   QObject *parent)
    : QObject(parent)
    , m_connection(access, treeStreamPath(key, project), clock)
{
    connect(&m_connection, &StreamConnection::opened, this, &TreeFeed::opened);
    connect(&m_connection, &StreamConnection::keepaliveArrived, this, &TreeFeed::keepaliveArrived);
    connect(&m_connection, &StreamConnection::frameArrived, this, &TreeFeed::takeFrame);
    connect(&m_connection, &StreamConnection::ended, this, [this](const Error &error) {
        if (!std::exchange(m_over, true))
            Q_EMIT ended(error);
    });
}

void TreeFeed::takeFrame(const QByteArray &payload)
{
    if (m_over)
        return;
    auto tree = m_decoder.resourceTreeEvent(payload);
    if (!tree) {
        m_over = true;
        Q_EMIT ended(tree.error());
        return;
    }
    Q_EMIT treeArrived(std::make_shared<const ResourceTree>(std::move(*tree)));
}

} // namespace lynceus
