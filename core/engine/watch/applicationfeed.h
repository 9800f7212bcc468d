#pragma once

#include "core/domain/argocd/decoders.h"
#include "core/io/http/streamconnection.h"

#include <QObject>

#include <memory>

namespace lynceus {

/// The list stream, narrowed to one application. Frames about others are dropped: servers ignore filters
/// that they do not know. Nothing comes after ended().
class ApplicationFeed final : public QObject
{
    Q_OBJECT
public:
    ApplicationFeed(const InstanceAccess &access, const Clock &clock, ApplicationKey key, const QString &project,
                    const QString &resourceVersion, QObject *parent);

    void open() { m_connection.open(); }

Q_SIGNALS:
    void opened();
    void keepaliveArrived();
    void applicationArrived(std::shared_ptr<const lynceus::Application> application);
    void deleted();
    void ended(const lynceus::Error &error);

private:
    void takeFrame(const QByteArray &payload);

    ApplicationKey m_key;
    StreamConnection m_connection;
    Decoder m_decoder;
    bool m_over = false;
};

} // namespace lynceus
