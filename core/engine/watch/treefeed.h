#pragma once

#include "core/domain/argocd/decoders.h"
#include "core/io/http/streamconnection.h"

#include <QObject>

#include <memory>

namespace lynceus {

/// The stream of one application's resource tree: the whole tree at each change, nothing at the beginning.
/// Nothing comes after ended().
class TreeFeed final : public QObject
{
    Q_OBJECT
public:
    TreeFeed(const InstanceAccess &access, const Clock &clock, const ApplicationKey &key, const QString &project,
             QObject *parent);

    void open() { m_connection.open(); }

Q_SIGNALS:
    void opened();
    void keepaliveArrived();
    void treeArrived(std::shared_ptr<const lynceus::ResourceTree> tree);
    void ended(const lynceus::Error &error);

private:
    void takeFrame(const QByteArray &payload);

    StreamConnection m_connection;
    Decoder m_decoder;
    bool m_over = false;
};

} // namespace lynceus
