#include "core/engine/feeds/liststream.h"

namespace lynceus {

ListStream::ListStream(const InstanceAccess &access, const Clock &clock, const QString &resourceVersion,
                       const ApplicationFilter &filter, QObject *parent)
    : QObject(parent)
    , m_filter(filter)
    , m_connection(access, listStreamPath(resourceVersion, filter.wanted(), streamFields()), clock)
{
    connect(&m_connection, &StreamConnection::opened, this, &ListStream::opened);
    connect(&m_connection, &StreamConnection::keepaliveArrived, this, &ListStream::heard);
    connect(&m_connection, &StreamConnection::frameArrived, this, &ListStream::takeFrame);
    connect(&m_connection, &StreamConnection::ended, this, &ListStream::end);
}

void ListStream::takeFrame(const QByteArray &payload)
{
    if (m_over)
        return;
    auto event = m_decoder.applicationEvent(payload, ApplicationDetail::Summary);
    if (!event) {
        end(event.error());
        return;
    }
    if (!m_filter.matches(event->application))
        event->type = ApplicationEvent::Type::Deleted;
    Q_EMIT heard();
    Q_EMIT eventArrived(*event);
}

void ListStream::end(const Error &error)
{
    if (!std::exchange(m_over, true))
        Q_EMIT ended(error);
}

} // namespace lynceus
