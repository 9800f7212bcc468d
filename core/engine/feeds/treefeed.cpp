#include "core/engine/feeds/treefeed.h"

namespace lynceus {

TreeFeed::TreeFeed(const InstanceAccess &access, const Clock &clock, const ApplicationKey &key, const QString &project,
                   QObject *parent)
    : DecodedStream(access, treeStreamPath(key, project), clock, parent)
{ }

Result<void> TreeFeed::take(const QByteArray &payload)
{
    auto tree = m_decoder.resourceTreeEvent(payload);
    if (!tree)
        return tl::unexpected(tree.error());
    Q_EMIT treeArrived(std::make_shared<const ResourceTree>(std::move(*tree)));
    return {};
}

} // namespace lynceus
