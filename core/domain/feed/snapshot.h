#pragma once

#include "core/domain/argocd/decoders.h"
#include "core/domain/model/changeset.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace lynceus {

/// The applications of one instance, put together from lists and stream events that may come late, twice, in the wrong
/// order or never. Whatever came between, a list that was asked for after the last change makes it the server's again.
///
/// What decides is the resource version: a list is true for all that is not newer than itself, an event is only taken
/// if it is newer than the list and than what is known of its application. Versions are numbers that only grow (etcd's
/// revision; the server compares them as numbers too, application.go Watch). A uid that was deleted never comes back.
/// Lists leave out what `fields` cannot ask for (uid, own version, on old servers revisions): that is kept from what
/// the stream said of the same object.
class Snapshot final
{
public:
    /// @param instance Instance::id, for the keys.
    explicit Snapshot(QString instance);

    /// What was on disk, as the first change set; only while nothing else was taken.
    [[nodiscard]] ChangeSet takeCached(std::vector<ApplicationEntry> applications);

    /// A list was sent for: what events say from now on may be newer than it.
    void listAsked();

    enum class Taken {
        Applied,
        /// Applied, but an event that came meanwhile and should be in it is not: the server's copy lagged behind the
        /// version it gave (LastSyncResourceVersion runs ahead of the lister). Ask again soon.
        Doubtful,
        /// Older than the list before, so nothing of it was taken: replicas differ. The second such list in a row
        /// counts (the cluster was restored from a backup).
        Older,
    };
    /// @p complete: false if items of it could not be read: then what is missing in it is not taken for deleted.
    Taken takeList(std::vector<Application> applications, const QString &resourceVersion, bool complete);

    /// Applications that no list has named yet, and deleted ones that are remembered, are kept up to
    /// kMostUnlisted: the next list has what is left out here.
    void takeEvent(ApplicationEvent event);
    static constexpr qsizetype kMostUnlisted = 5'000; ///< a server that invents names must not fill the memory
    /// It is another server now: all that was known is removed.
    void forget();

    /// What became different since the last call.
    [[nodiscard]] ChangeSet takeChanges();
    [[nodiscard]] bool hasChanges() const { return !m_before.isEmpty(); }

    [[nodiscard]] int size() const { return m_size; }
    /// Null if there is none.
    [[nodiscard]] std::shared_ptr<const Application> find(const ApplicationKey &key) const;
    /// All of them, in no particular order.
    [[nodiscard]] std::vector<ApplicationEntry> entries() const;
    /// For the stream: what changes after it has not been seen. Empty before the first list.
    [[nodiscard]] const QString &listVersion() const { return m_listVersionText; }

private:
    struct Held
    {
        std::shared_ptr<const Application> application; ///< null: deleted, remembered against late events
        std::optional<quint64> version;                 ///< of the event that it is from; nothing: from a list
    };
    using Shared = std::shared_ptr<const Application>;

    [[nodiscard]] ApplicationKey keyOf(const Application &application) const;
    [[nodiscard]] bool isOutdated(const ApplicationEvent &event, const ApplicationKey &key, const Held &held,
                                  std::optional<quint64> version) const;
    [[nodiscard]] bool isNewerThanList(const Held &held, std::optional<quint64> listVersion,
                                       const ApplicationKey &key) const;
    void set(const ApplicationKey &key, Held &held, Shared application);
    void takeListed(Application application, std::optional<quint64> version, bool &doubtful);
    void removeUnlisted(const QSet<ApplicationKey> &listed, std::optional<quint64> version, bool &doubtful);
    void forgetVersions();

    QString m_instance;
    QHash<ApplicationKey, Held> m_held;
    QHash<ApplicationKey, QString> m_deleted; ///< the uids of those that are held as deleted
    QHash<ApplicationKey, Shared> m_before;   ///< what the last change set left, of all that was touched since
    QSet<ApplicationKey> m_sinceAsked;        ///< touched by events while a list is on its way
    std::optional<quint64> m_listVersion;
    QString m_listVersionText;
    int m_size = 0;
    qsizetype m_listed = 0; ///< entries of m_held that the last list, or the cache, had
    int m_olderLists = 0;
    bool m_asked = false;
};

} // namespace lynceus
