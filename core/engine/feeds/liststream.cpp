#include "core/engine/feeds/liststream.h"

#include "core/io/log/categories.h"

namespace lynceus {

namespace {

/// What is in the stream for deployments only, and in no list: snapshots of tens of thousands of applications would
/// keep it.
void forgetDetails(Application &application)
{
    application.pendingOperation.reset();
    if (!application.operationState)
        return;
    OperationState kept;
    kept.phase = application.operationState->phase;
    kept.startedAt = application.operationState->startedAt;
    kept.finishedAt = application.operationState->finishedAt;
    application.operationState = kept;
}

} // namespace

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
    if (event->type != ApplicationEvent::Type::Deleted) {
        if (const auto marks = m_marks.event(payload))
            Q_EMIT marksArrived(*marks);
        else // the application will be read as a whole, because its operation is not known
            qCWarning(logStream).noquote() << marks.error().message;
    }
    forgetDetails(event->application);
    Q_EMIT eventArrived(*event);
}

void ListStream::end(const Error &error)
{
    if (!std::exchange(m_over, true))
        Q_EMIT ended(error);
}

} // namespace lynceus
