#include "core/engine/facade/cachekeeper.h"

#include "core/engine/clients/workers.h"
#include "core/engine/feeds/instancefeeds.h"
#include "core/engine/views/commitcache.h"
#include "core/io/log/categories.h"
#include "core/io/store/encoding/applicationblob.h"

#include <utility>

namespace lynceus {

CacheKeeper::CacheKeeper(const QString &file, InstanceFeeds &feeds, CommitCache &commits, Workers &workers,
                         const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_feeds(feeds)
    , m_commits(commits)
    , m_workers(workers)
    , m_clock(clock)
{
    if (!file.isEmpty())
        m_cache.emplace(file);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kEvery);
    connect(&m_timer, &QTimer::timeout, this, &CacheKeeper::writeChanged);
}

CacheKeeper::~CacheKeeper()
{
    m_commits.keepIn({}, {}); // both functions use this object
}

void CacheKeeper::load()
{
    if (!m_cache)
        return;
    if (const auto opened = m_cache->open(); !opened) {
        qCInfo(logStream).noquote() << "no cache:" << opened.error().message;
        m_cache.reset();
        return;
    }
    m_commits.keepIn(
        [this](const QString &instance, const QString &revision) { return m_cache->commit(instance, revision); },
        [this](const QString &instance, const QString &revision, const RevisionMetadata &commit) {
            std::ignore = m_cache->saveCommit(instance, revision, commit, m_clock.now());
        });
    for (const auto &instance : m_feeds.instances()) {
        if (const auto kept = m_cache->applications(instance))
            show(instance, *kept);
    }
}

void CacheKeeper::show(const QString &instance, const ApplicationCache::Applications &kept)
{
    ++m_loading;
    m_workers.run(
        this, [instance, blob = kept.blob] { return unpackApplications(instance, blob); },
        [this, instance, savedAt = kept.savedAt](std::optional<std::vector<ApplicationEntry>> entries) {
            auto *feed = m_feeds.feed(instance);
            if (entries && feed)
                feed->showCached(*std::move(entries), savedAt);
            if (--m_loading == 0)
                Q_EMIT loaded();
        });
}

void CacheKeeper::keepLater(const QString &instance)
{
    if (!m_cache)
        return;
    m_unwritten.insert(instance);
    if (!m_timer.isActive())
        m_timer.start();
}

std::vector<ApplicationEntry> CacheKeeper::entriesOf(const InstanceFeed &feed) const
{
    auto entries = feed.snapshot().entries();
    if (m_correct)
        m_correct(entries);
    return entries;
}

void CacheKeeper::writeChanged()
{
    for (const auto &instance : std::exchange(m_unwritten, {})) {
        const auto *feed = m_feeds.feed(instance);
        if (!feed)
            continue;
        m_workers.run(
            this, [entries = entriesOf(*feed)] { return packApplications(entries); },
            [this, instance](const QByteArray &blob) { write(instance, blob); });
    }
}

void CacheKeeper::writeNow()
{
    m_timer.stop();
    for (const auto &instance : std::exchange(m_unwritten, {})) {
        if (const auto *feed = m_feeds.feed(instance))
            write(instance, packApplications(entriesOf(*feed)));
    }
}

void CacheKeeper::write(const QString &instance, const QByteArray &blob)
{
    const auto *feed = m_feeds.feed(instance);
    if (!m_cache || !feed)
        return;
    const auto saved = m_cache->save(instance, {blob, feed->state().receivedAt.value_or(m_clock.now())});
    if (!saved)
        qCInfo(logStream).noquote() << "not cached:" << saved.error().message;
}

void CacheKeeper::forget(const QString &instance)
{
    m_unwritten.remove(instance);
    if (m_cache)
        std::ignore = m_cache->forget(instance);
}

} // namespace lynceus
