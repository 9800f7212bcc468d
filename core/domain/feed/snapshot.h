#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/model/changeset.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace lynceus {

/// The applications of one instance, merged from lists and from stream events that may be late, duplicated, out of
/// order or missing. A list that was requested after the last change always restores the server's state.
///
/// Resource versions decide: a list is authoritative for everything that is not newer than the list; an event is used
/// only if it is newer than the list and than the known state of its application. Versions are increasing numbers
/// (etcd's revision; the server compares them as numbers too, application.go Watch). A deleted uid never returns. Lists
/// omit what `fields` cannot request (uid, own version, on old servers revisions); these values are kept from stream
/// events of the same object.
class Snapshot final
{
public:
    /// @param instance Instance::id, for the keys.
    explicit Snapshot(QString instance);

    /// Takes applications from disk as the first change set; only before any other data.
    [[nodiscard]] ChangeSet takeCached(std::vector<ApplicationEntry> applications);

    /// A list was requested: later events may be newer than it.
    void listAsked();

    enum class Taken {
        Applied,
        /// Applied, except for applications where it contradicts an event that arrived meanwhile: the server's cache
        /// may be older than the version that it returned (LastSyncResourceVersion is ahead of the lister). List again
        /// soon.
        Doubtful,
        /// Older than the previous list and not applied, because replicas differ. The second such list in a row is
        /// applied (the cluster was restored from a backup).
        Older,
    };
    /// @p complete: false if some items could not be read; missing applications then do not count as deleted.
    Taken takeList(std::vector<Application> applications, const QString &resourceVersion, bool complete);

    /// Keeps at most kMostUnlisted applications that are new or deleted since the last list; the next list has the
    /// others.
    void takeEvent(ApplicationEvent event);
    static constexpr qsizetype kMostUnlisted = 5'000; ///< limits memory if a server invents names
    /// Removes everything: the address is another server now.
    void forget();

    /// Changes since the last call.
    [[nodiscard]] ChangeSet takeChanges();
    [[nodiscard]] bool hasChanges() const { return !m_before.isEmpty(); }

    [[nodiscard]] int size() const { return m_size; }
    /// Null if unknown.
    [[nodiscard]] std::shared_ptr<const Application> find(const ApplicationKey &key) const;
    /// Unordered.
    [[nodiscard]] std::vector<ApplicationEntry> entries() const;
    /// Start version for the stream: later changes were not seen. Empty before the first list.
    [[nodiscard]] const QString &listVersion() const { return m_listVersionText; }

private:
    struct Held
    {
        std::shared_ptr<const Application> application; ///< null: deleted; kept to recognise late events
        std::optional<quint64> version;                 ///< of its event; empty: as in the list
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
    QHash<ApplicationKey, QString> m_deleted; ///< uids of the deleted entries
    QHash<ApplicationKey, Shared> m_before;   ///< state in the last change set of everything that was changed since
    QSet<ApplicationKey> m_sinceAsked;        ///< changed by events while a list is in progress
    std::optional<quint64> m_listVersion;
    QString m_listVersionText;
    int m_size = 0;
    qsizetype m_listed = 0; ///< number of entries of m_held in the last list or the cache
    int m_olderLists = 0;
    bool m_asked = false;
};

} // namespace lynceus
