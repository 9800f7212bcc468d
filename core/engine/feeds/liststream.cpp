#include "core/engine/feeds/liststream.h"

#include "core/io/log/categories.h"

namespace lynceus {

namespace {

/// Removes what only deployments need and lists lack: snapshots of tens of thousands of applications would keep it.
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
    : DecodedStream(access, listStreamPath(resourceVersion, filter.wanted(), streamFields()), clock, parent)
    , m_filter(filter)
{ }

Result<void> ListStream::take(const QByteArray &payload)
{
    auto event = m_decoder.applicationEvent(payload, ApplicationDetail::Summary);
    if (!event)
        return tl::unexpected(event.error());
    if (!m_filter.matches(event->application))
        event->type = ApplicationEvent::Type::Deleted;
    Q_EMIT received();
    if (event->type != ApplicationEvent::Type::Deleted) {
        if (const auto marks = m_marks.event(payload))
            Q_EMIT marksArrived(*marks);
        else // the full application will be read, because its operation is unknown
            qCWarning(logStream).noquote() << marks.error().message;
    }
    forgetDetails(event->application);
    Q_EMIT eventArrived(*event);
    return {};
}

} // namespace lynceus
