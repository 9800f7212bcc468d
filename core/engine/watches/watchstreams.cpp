#include "core/engine/watches/watchstreams.h"

#include "core/engine/clients/argocdclient.h"

namespace lynceus {

WatchStreams::WatchStreams(ArgoCdClient &client, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
{ }

WatchStreams::~WatchStreams() = default;

void WatchStreams::openApplication(const ApplicationKey &key, const QString &project, const QString &resourceVersion,
                                   Duration askedAt)
{
    m_application =
        std::make_unique<ApplicationFeed>(m_client.access(), m_clock, key, project, resourceVersion, nullptr);
    connect(m_application.get(), &ApplicationFeed::applicationArrived, this, &WatchStreams::applicationArrived);
    connect(m_application.get(), &ApplicationFeed::deleted, this, &WatchStreams::deleted);
    follow(*m_application, Fetch::ApplicationStream, askedAt);
}

void WatchStreams::openTree(const ApplicationKey &key, const QString &project, Duration askedAt)
{
    m_tree = std::make_unique<TreeFeed>(m_client.access(), m_clock, key, project, nullptr);
    connect(m_tree.get(), &TreeFeed::treeArrived, this, &WatchStreams::treeArrived);
    follow(*m_tree, Fetch::TreeStream, askedAt);
}

void WatchStreams::follow(DecodedStream &feed, Fetch stream, Duration askedAt)
{
    connect(&feed, &DecodedStream::opened, this, [this, stream, askedAt] { Q_EMIT opened(stream, askedAt); });
    connect(&feed, &DecodedStream::received, this, [this, stream] { Q_EMIT received(stream); });
    connect(&feed, &DecodedStream::ended, this, [this, stream](const Error &error) {
        const auto reason = error; // copy: belongs to the feed
        close(stream);
        Q_EMIT ended(stream, reason);
    });
    feed.open();
}

bool WatchStreams::close(Fetch stream)
{
    const auto drop = [this](auto &feed) {
        if (!feed)
            return false;
        feed->disconnect(this);
        feed.release()->deleteLater(); // this may be called from one of its signals
        return true;
    };
    return stream == Fetch::TreeStream ? drop(m_tree) : drop(m_application);
}

} // namespace lynceus
