#pragma once

#include "core/io/store/applicationcache.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace lynceus {

class Clock;
class CommitCache;
class InstanceFeeds;
class Workers;

/// Keeps the applications of all instances, and the commits that were asked for, from one run to the next: feeds show
/// what the last run knew before the network answers. All of it can be missing; nothing is said to the user then.
///
/// Applications are packed and unpacked by the workers. What has changed is written at most once in kEvery; writeNow()
/// writes the rest. Lives in the thread of the feeds; they and all else that it gets outlive it.
class CacheKeeper final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kEvery{60'000}; ///< the cache is for the next first paint: a minute old is good

    /// @param file empty: nothing is kept.
    CacheKeeper(const QString &file, InstanceFeeds &feeds, CommitCache &commits, Workers &workers, const Clock &clock,
                QObject *parent = nullptr);
    ~CacheKeeper() override;

    /// Opens the file and gives each feed what is kept of its instance. Afterwards loaded() comes, unless isLoading()
    /// is false already.
    void load();
    /// Whether anything is still being unpacked.
    [[nodiscard]] bool isLoading() const { return m_loading > 0; }

    /// The applications of @p instance have changed: they are written within kEvery.
    void keepLater(const QString &instance);
    /// Before this program ends: in this thread, without the workers.
    void writeNow();
    /// It was removed.
    void forget(const QString &instance);

Q_SIGNALS:
    /// Once, after load().
    void loaded();

private:
    void show(const QString &instance, const ApplicationCache::Applications &kept);
    void writeChanged();
    void write(const QString &instance, const QByteArray &blob);

    InstanceFeeds &m_feeds;
    CommitCache &m_commits;
    Workers &m_workers;
    const Clock &m_clock;
    std::optional<ApplicationCache> m_cache; ///< nothing if it cannot be used
    QSet<QString> m_unwritten;               ///< instances
    QTimer m_timer;
    int m_loading = 0; ///< instances that are being unpacked
};

} // namespace lynceus
