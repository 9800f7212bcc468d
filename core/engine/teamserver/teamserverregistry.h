#pragma once

#include "core/domain/teamserver/teamserver.h"
#include "core/io/settings/teamserversfile.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <vector>

namespace lynceus {

/// The configured team servers: reads, writes and watches their file. Lives in the engine's thread or in that of a
/// command. Contains no secrets. Other processes may change the file; see InstanceRegistry.
class TeamServerRegistry final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 50; ///< each is always streamed or polled

    explicit TeamServerRegistry(TeamServersFile file, QObject *parent = nullptr);
    ~TeamServerRegistry() override;

    /// Reads the file. Emits serverChanged() for each server, and noticeRaised() if the file is not valid.
    void open();

    [[nodiscard]] const std::vector<TeamServerInstance> &servers() const { return m_servers; }
    /// Null if there is none. Both pointers are valid until the next change.
    [[nodiscard]] const TeamServerInstance *withId(QStringView id) const;
    [[nodiscard]] const TeamServerInstance *named(QStringView name) const;
    /// All places with a name, for checkedInstance().
    [[nodiscard]] std::vector<Instance> places() const;

    /// Adds a server that already has an id, because its credential is stored under it. Its name must also differ from
    /// those of @p others, the Argo CD instances. BadInput names the invalid field, or why the file cannot be written;
    /// nothing was changed then.
    [[nodiscard]] Result<void> add(const TeamServerInstance &server, const std::vector<Instance> &others);
    [[nodiscard]] Result<void> rename(const QString &id, const QString &name, const std::vector<Instance> &others);
    /// Sets the header of a credential whose value is already in the keychain; empty: no credential.
    [[nodiscard]] Result<void> setCredentialHeader(const QString &id, const QString &header);
    /// NotFound: unknown id. Does not delete its secrets from the keychain.
    [[nodiscard]] Result<void> remove(const QString &id);

Q_SIGNALS:
    /// The server is new or has changed.
    void serverChanged(const lynceus::TeamServerInstance &server);
    void serverRemoved(const QString &id);
    /// One sentence: the file is not valid, or was missing and is written again.
    void noticeRaised(const QString &sentence);

private:
    using Servers = std::vector<TeamServerInstance>;
    void reload();
    /// If the fault lasts: some editors remove or empty a file before they write it. Writes a missing file again, but
    /// never an invalid one.
    void reportFault();
    void take(StoredList<TeamServerInstance> stored);
    [[nodiscard]] Result<void> change(const std::function<Result<void>(Servers &)> &apply);
    void watch();

    TeamServersFile m_file;
    Servers m_servers;
    QFileSystemWatcher m_watcher;
    QTimer m_settling; ///< the file is missing or invalid
    bool m_isFaultReported = false;
};

} // namespace lynceus
