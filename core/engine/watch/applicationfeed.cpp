#include "core/engine/watch/applicationfeed.h"

namespace lynceus {

ApplicationFeed::ApplicationFeed(const InstanceAccess &access, const Clock &clock, ApplicationKey key,
                                 const QString &project, const QString &resourceVersion, QObject *parent)
    : QObject(parent)
    , m_key(std::move(key))
    , m_connection(
          access,
          listStreamPath(resourceVersion,
                         {project.isEmpty() ? QStringList() : QStringList(project), {}, m_key.name, m_key.nameSpace}),
          clock)
{
    connect(&m_connection, &StreamConnection::opened, this, &ApplicationFeed::opened);
    connect(&m_connection, &StreamConnection::keepaliveArrived, this, &ApplicationFeed::keepaliveArrived);
    connect(&m_connection, &StreamConnection::frameArrived, this, &ApplicationFeed::takeFrame);
    connect(&m_connection, &StreamConnection::ended, this, [this](const Error &error) {
        if (!std::exchange(m_over, true))
            Q_EMIT ended(error);
    });
}

void ApplicationFeed::takeFrame(const QByteArray &payload)
{
    if (m_over)
        return;
    auto event = m_decoder.applicationEvent(payload);
    if (!event) {
        m_over = true;
        Q_EMIT ended(event.error());
        return;
    }
    auto &application = event->application;
    const bool otherNamespace =
        !m_key.nameSpace.isEmpty() && !application.nameSpace.isEmpty() && application.nameSpace != m_key.nameSpace;
    if (application.name != m_key.name || otherNamespace) {
        Q_EMIT keepaliveArrived(); // not ours, but the stream lives
        return;
    }
    if (event->type == ApplicationEvent::Type::Deleted)
        Q_EMIT deleted();
    else
        Q_EMIT applicationArrived(std::make_shared<const Application>(std::move(application)));
}

} // namespace lynceus
