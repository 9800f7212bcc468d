#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/engine/feeds/decodedstream.h"

#include <memory>

namespace lynceus {

/// The stream of one application's resource tree: the whole tree at each change, nothing on connect.
class TreeFeed final : public DecodedStream
{
    Q_OBJECT
public:
    TreeFeed(const InstanceAccess &access, const Clock &clock, const ApplicationKey &key, const QString &project,
             QObject *parent);

Q_SIGNALS:
    void treeArrived(std::shared_ptr<const lynceus::ResourceTree> tree);

private:
    [[nodiscard]] Result<void> take(const QByteArray &payload) override;

    Decoder m_decoder;
};

} // namespace lynceus
