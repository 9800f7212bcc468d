#pragma once

#include "core/domain/model/changeset.h"
#include "core/io/store/applicationcache.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace lynceus {

class Clock;
class CommitCache;
class InstanceFeed;
class InstanceFeeds;
class Workers;

/// Caches the applications and commits of all instances in a file, so that the next run can show them before the
/// network answers. The cache is optional: failures are not reported to the user.
///
/// Workers pack and unpack the applications. Changes are written at most once per kEvery; writeNow() writes the rest.
/// Lives in the thread of the feeds; feeds and all other constructor arguments must outlive it.
class CacheKeeper final : public QObject
{
    Q_OBJECT
public:
    /// The cache only serves the first paint of the next run; data that is a minute old is good enough.
    static constexpr Duration kEvery{60'000};

    /// @param file empty: no cache.
    CacheKeeper(const QString &file, InstanceFeeds &feeds, CommitCache &commits, Workers &workers, const Clock &clock,
                QObject *parent = nullptr);
    ~CacheKeeper() override;

    /// Opens the file and passes the cached applications to the feed of each instance. Emits loaded() when done, unless
    /// isLoading() is already false on return.
    void load();
    /// True while cached applications are being unpacked.
    [[nodiscard]] bool isLoading() const { return m_loading > 0; }

    /// @p correct: called for the applications of an instance before they are written.
    void setCorrection(std::function<void(std::vector<ApplicationEntry> &)> correct) { m_correct = std::move(correct); }
    /// Call when the applications of @p instance have changed; writes them within kEvery.
    void keepLater(const QString &instance);
    /// Call before the program exits. Writes synchronously, without the workers.
    void writeNow();
    /// Deletes the cached data of a removed instance.
    void forget(const QString &instance);

Q_SIGNALS:
    /// Emitted once, after load().
    void loaded();

private:
    void show(const QString &instance, const ApplicationCache::Applications &kept);
    [[nodiscard]] std::vector<ApplicationEntry> entriesOf(const InstanceFeed &feed) const;
    void writeChanged();
    void write(const QString &instance, const QByteArray &blob);

    InstanceFeeds &m_feeds;
    CommitCache &m_commits;
    Workers &m_workers;
    const Clock &m_clock;
    std::optional<ApplicationCache> m_cache; ///< empty if the file cannot be used
    std::function<void(std::vector<ApplicationEntry> &)> m_correct;
    QSet<QString> m_unwritten; ///< ids of instances
    QTimer m_timer;
    int m_loading = 0; ///< number of instances that are being unpacked
};

} // namespace lynceus
