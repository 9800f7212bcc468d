#include "core/engine/feeds/applicationfeed.h"

namespace lynceus {

ApplicationFeed::ApplicationFeed(const InstanceAccess &access, const Clock &clock, const ApplicationKey &key,
                                 const QString &project, const QString &resourceVersion, QObject *parent)
    : DecodedStream(
        access,
        listStreamPath(resourceVersion,
                       {project.isEmpty() ? QStringList() : QStringList(project), {}, key.name, key.nameSpace}),
        clock, parent)
    , m_key(key)
{ }

Result<void> ApplicationFeed::take(const QByteArray &payload)
{
    auto event = m_decoder.applicationEvent(payload);
    if (!event)
        return tl::unexpected(event.error());
    auto &application = event->application;
    const bool otherNamespace =
        !m_key.nameSpace.isEmpty() && !application.nameSpace.isEmpty() && application.nameSpace != m_key.nameSpace;
    if (application.name != m_key.name || otherNamespace)
        Q_EMIT received(); // another application, but the stream is alive
    else if (event->type == ApplicationEvent::Type::Deleted)
        Q_EMIT deleted();
    else
        Q_EMIT applicationArrived(std::make_shared<const Application>(std::move(application)));
    return {};
}

} // namespace lynceus
