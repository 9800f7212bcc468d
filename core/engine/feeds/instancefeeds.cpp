#include "core/engine/feeds/instancefeeds.h"

namespace lynceus {

namespace {

/// Whether nothing that requests depend on has changed.
bool isReachedAlike(const Instance &left, const Instance &right)
{
    return left.baseUrl == right.baseUrl && left.authorityFile == right.authorityFile
        && left.pinnedFingerprint == right.pinnedFingerprint
        && left.clientCertificateFile == right.clientCertificateFile && left.clientKeyFile == right.clientKeyFile
        && left.headerNames == right.headerNames && left.proxy == right.proxy && left.proxyUrl == right.proxyUrl
        && left.signIn == right.signIn;
}

} // namespace

InstanceFeeds::InstanceFeeds(InstanceClients &clients, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clients(clients)
    , m_clock(clock)
{
    connect(&clients, &InstanceClients::clientChanged, this, [this](const QString &instance) {
        if (auto *changed = feed(instance))
            changed->follow(m_clients.client(instance));
    });
}

InstanceFeeds::~InstanceFeeds()
{
    m_clients.disconnect(this);
}

void InstanceFeeds::add(const Instance &instance)
{
    auto &feed = m_entries[instance.id].feed;
    if (feed)
        return;
    feed = std::make_unique<InstanceFeed>(instance, m_clock);
    connect(feed.get(), &InstanceFeed::stateChanged, this, &InstanceFeeds::stateChanged);
    connect(feed.get(), &InstanceFeed::applicationsChanged, this, &InstanceFeeds::applicationsChanged);
    connect(feed.get(), &InstanceFeed::marksArrived, this, &InstanceFeeds::marksArrived);
    connect(feed.get(), &InstanceFeed::streamClosed, this, &InstanceFeeds::streamClosed);
    connect(feed.get(), &InstanceFeed::streamConfirmed, this, &InstanceFeeds::streamConfirmed);
    Q_EMIT stateChanged(feed->state());
}

void InstanceFeeds::set(const Instance &instance, const Result<InstanceAccess> &access)
{
    add(instance);
    auto &entry = m_entries[instance.id];
    const bool contacts = access.has_value() && !instance.paused;
    if (!contacts) {
        entry.reached.reset();
        entry.headers.clear();
        m_clients.remove(instance.id); // the feed is notified by clientChanged()
    }
    entry.feed->setInstance(instance);
    entry.feed->setObstacle(access ? std::nullopt : std::optional(access.error()));
    if (!contacts || (entry.reached && isReachedAlike(*entry.reached, instance) && entry.headers == access->headers))
        return;
    entry.reached = instance;
    entry.headers = access->headers;
    m_clients.set(instance.id, *access); // the feed is notified by clientChanged()
}

void InstanceFeeds::remove(const QString &instance)
{
    m_clients.remove(instance);
    m_entries.erase(instance);
}

InstanceFeed *InstanceFeeds::feed(const QString &instance) const
{
    const auto entry = m_entries.find(instance);
    return entry == m_entries.end() ? nullptr : entry->second.feed.get();
}

std::vector<QString> InstanceFeeds::instances() const
{
    std::vector<QString> ids;
    for (const auto &[id, entry] : m_entries)
        ids.push_back(id);
    return ids;
}

} // namespace lynceus
